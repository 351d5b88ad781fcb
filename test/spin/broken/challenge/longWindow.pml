/* Broken: the window lasts half a week longer. */
#define WINDOW 3
#include "../../challenge.pml"
