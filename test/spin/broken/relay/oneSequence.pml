/* Broken: a member's nonce keys have one sequence together. */
#define LINE(slot) ((slot) / (KEYS * NUMBERS) * KEYS)
#include "../../relay.pml"
