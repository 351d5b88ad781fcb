/* Broken: whoever objects in a dispute begins the 30 days anew. */
#define MAY_DISPUTE live
#define WHEN_DISPUTED if :: stage != disputed -> from = stage :: else fi; disputeAge = 0
#include "../../order.pml"
