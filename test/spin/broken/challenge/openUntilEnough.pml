/* Broken: a round stays open until enough have answered. */
#define ROUND_OPEN (stage == challenged && (!over || answers < quorum))
#include "../../challenge.pml"
