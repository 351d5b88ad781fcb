/* Broken: pledges are taken after the target was reached. */
#define UNDECIDED (!cancelled)
#include "../../groupBuy.pml"
