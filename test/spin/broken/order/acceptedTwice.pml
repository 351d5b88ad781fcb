/* Broken: what has ended may be accepted. */
#define MAY_ACCEPT (stage != funded)
#include "../../order.pml"
