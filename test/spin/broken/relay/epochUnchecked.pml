/* Broken: the key epoch is not looked at: what an old key signed still counts. */
#define BY_KEY(slot, version) ((version) <= epoch[MEMBER(slot)])
#include "../../relay.pml"
