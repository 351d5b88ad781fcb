/* Broken: the lower median is in force: of two, the one who voids. */
#define MIDDLE ((answers - 1) / 2)
#include "../../challenge.pml"
