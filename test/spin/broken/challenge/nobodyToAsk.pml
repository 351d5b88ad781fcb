/* Broken: a round is opened however few could answer. */
#define ENOUGH_TO_ASK true
#include "../../challenge.pml"
