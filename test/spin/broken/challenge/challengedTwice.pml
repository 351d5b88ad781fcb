/* Broken: a claim may be challenged again within its window. */
#define CHALLENGEABLE (stage != unsealed && !windowOver)
#include "../../challenge.pml"
