/* Broken: a call that fails uses its nonce. */
#define WHEN_FAILED(slot) next[LINE(slot)] = NUMBER(slot) + 1
#include "../../relay.pml"
