/* Broken: a dispute ends by both, or by the arbiter, and not by time. */
#define MAY_END false
#include "../../order.pml"
