/* Broken: a pledge is still taken in the moment of the close. */
#define IN_TIME (now <= CLOSES)
#include "../../groupBuy.pml"
