/* Broken: all pledges are sent back together: one buyer who cannot be paid keeps all others waiting. */
#define PAYABLE(buyer) (!blocked[0] && !blocked[1] && !blocked[2])
#include "../../groupBuy.pml"
