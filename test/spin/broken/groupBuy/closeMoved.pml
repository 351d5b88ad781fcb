/* Broken: the seller may move the close as often as he likes. */
#define MAY_EXTEND (!cancelled && !reached && now == CLOSES - 1)
#include "../../groupBuy.pml"
