/* Broken: an order's window begins with its pledge. */
#define BEGUN(buyer) pledgedAt[buyer]
#include "../../groupBuy.pml"
