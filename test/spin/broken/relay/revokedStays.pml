/* Broken: taking back an act moves nothing on. */
#define WHEN_REVOKED(slot) skip
#include "../../relay.pml"
