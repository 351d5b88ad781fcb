/* Broken: silence accepts as soon as the window is over. */
#define MAY_CLOSE ((stage == shipped || stage == delivered) && due)
#include "../../order.pml"
