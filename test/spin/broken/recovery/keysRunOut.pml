/* Broken: a member's keys are counted in a number that ends, here at three, and what would count beyond is refused: a thief who changes
   keys until then can be recovered from no more. */
byte keys;
#define KEY_LEFT (keys < 3)
#define WHEN_KEYED keys++
#include "../../recovery.pml"
