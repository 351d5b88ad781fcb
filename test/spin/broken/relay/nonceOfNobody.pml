/* Broken: nonces are not kept by member. */
#define LINE(slot) ((slot) / NUMBERS % KEYS)
#include "../../relay.pml"
