/* Broken: the target is reached by more than it, not by as much. */
#define REACHES (sum > TARGET)
#include "../../groupBuy.pml"
