/* Broken: a nonce is not looked at. */
#define IN_TURN(slot) true
#include "../../relay.pml"
