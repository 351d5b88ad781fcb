/* Broken: what has ended may still be split by both. */
#define MAY_SPLIT true
#include "../../order.pml"
