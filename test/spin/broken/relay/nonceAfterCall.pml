/* Broken: the nonce is written after the call. */
#define BEFORE_CALL(slot) skip
#define AFTER_CALL(slot) next[LINE(slot)] = NUMBER(slot) + 1
#include "../../relay.pml"
