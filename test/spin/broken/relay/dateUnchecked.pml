/* Broken: the date is not looked at. */
#define IN_DATE(slot, version) true
#include "../../relay.pml"
