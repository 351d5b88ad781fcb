/* Broken: what is paid is sent at once: a token that is paused, or one party who is blocked, refuses it for all. */
#define PAYABLE (!paused && !blocked)
#include "../../order.pml"
