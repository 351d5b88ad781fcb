/* Broken: reaching the target needs a call of its own before the close. */
#define WHEN_PLEDGED skip
#define MAY_CALL_REACHED (IN_TIME && sum >= TARGET)
#include "../../groupBuy.pml"
