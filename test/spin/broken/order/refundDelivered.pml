/* Broken: after the window the buyer takes back whatever has not ended. */
#define BUYER_REFUNDS (underway && due)
#include "../../order.pml"
