/* Broken: an order's window begins with the close, however early the target was reached. */
#define BEGUN(buyer) CLOSES
#include "../../groupBuy.pml"
