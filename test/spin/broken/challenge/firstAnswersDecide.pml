/* Broken: once enough have answered, further answers correct nothing. */
#define COUNTS (answers == quorum)
#include "../../challenge.pml"
