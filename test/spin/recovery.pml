/* Keys, guardians, recovery of one member's id: can a thief hold it for ever, can guardians take it from a living owner unnoticed?

   WHO ACTS. The owner may hold the key in force, lose it, and be awake or not. The thief may copy the key in force at any moment, as often
   as STEALS says, and then do all that a key may do; he is one with the hostile guardians. Of the three guardians that the owner named
   GOOD are honest and can be reached and BAD are hostile; the rest cannot be reached. Of guardians that the thief named, all are his.
   Anybody may finish a recovery that is due. Whoever is awake acts in time, and otherwise only may: an owner who is awake says no to a
   foreign recovery before it is due, and changes a key with which somebody has proposed guardians before they are in force; guardians who
   are awake open a recovery within REACT steps of the owner's asking for it, which she does when the key in force is not hers, or when
   guardians wait that she did not propose.

   WHAT IS LEFT OUT, AND WHY IT LOSES NOTHING. Addresses: an address speaks for whoever can sign with it, so a key is known by who knows
   it, and a list by who chose it; nobody can use an address without its consent, so only its holder can have used the new address
   meanwhile. Signatures and their numbers: the specs look at those. Four or five guardians, who differ from three in "most" and "all"
   alone. Standing, since keys work in each.

   TIME. A step is two days, in which 14, 30 and 180 days are whole numbers: 7, 15 and 90. A step stands for all the moments in it. Acts
   come in any order and number in a step; a date, counted from an act somewhere in one step, falls somewhere in another, before or after
   each act there: a clock that reads its full number may lapse at any moment of that step, and has lapsed at its end. So every order
   that real seconds allow is here, and some more that they do not: what holds here holds there. Other scales can be given.

   SETTINGS, beside the numbers below. OWNER_AWAKE, GUARDIANS_AWAKE: as said. KEEPS_KEY: the owner loses no key. STEADY: nor does she change
   keys or guardians for no reason, nor the thief a key that he alone has: for short histories. WANTS_CHANGE: she proposes guardians
   whenever she may. PROMPT: what is due is finished the same day. PEACE: from some moment on nobody does anything, and she has the key.
   FAIR: for formulas, which are asked under weak fairness.

   THE RULES are the capital macros below. A broken twin replaces one of them and includes this file. */

#ifndef DELAY
#define DELAY 7 /*  14 days: a change of guardians */
#define OLD 15 /*   30 days: a key that may change guardians */
#define FRESH 90 /* 180 days: a veto */
#endif
#ifndef RECOVERY
#define RECOVERY DELAY /* a recovery: 14 days, or what a vote makes of them */
#endif
#ifndef GOOD
#define GOOD 3
#endif
#ifndef BAD
#define BAD 0
#endif
#ifndef STEALS
#define STEALS 255 /* without end */
#endif
#ifndef SLIPS
#define SLIPS 0 /* times that a recovery goes to a wrong address, or its address is used before it is due */
#endif
#ifndef REACT
#define REACT (DELAY - 1)
#endif

/* --- the rules --- */

/* A recovery may be finished from its date on, … */
#ifndef DUE
#define DUE (recoveryAge > RECOVERY)
#endif
/* … by anyone. */
#ifndef FINISHER
#define FINISHER true
#endif
/* The key in force, of any age, may veto before that, unless the recovery stands: … */
#ifndef VETOABLE
#define VETOABLE (recovery != none && !DUE && !stands)
#endif
/* … one that is opened while two vetoes are younger than 180 days, … */
#ifndef STANDS
#define STANDS (fresh == 2)
#endif
/* … for which all guardians sign, and else most. */
#ifndef NEEDED
#define NEEDED (fresh == 2 -> 3 : 2)
#endif
/* The key in force may change guardians, … */
#ifndef MAY_CHANGE
#define MAY_CHANGE (keyAge > OLD && recovery == none && fresh == 0)
#endif
/* … and what waits is ended by a recovery. */
#ifndef WHEN_OPENED
#define WHEN_OPENED endChange()
#endif
/* A new key leaves waiting guardians as they are. */
#ifndef WHEN_ROTATED
#define WHEN_ROTATED skip
#endif
/* A member's keys never run out. */
#ifndef KEY_LEFT
#define KEY_LEFT true
#endif
#ifndef WHEN_KEYED
#define WHEN_KEYED skip
#endif

/* --- what is kept --- */

mtype = { none, owner, thief, nobody };

bool ownerKnows = true, thiefKnows; /* who can sign with the key in force */
byte keyAge = OLD + 1;
mtype list = owner, waiting = none; /* whose the guardians are: in force, and in 14 days */
byte waitingAge;
mtype recovery = none; /* who can sign with the new key */
byte recoveryAge;
bool stands, used;
byte veto1 = FRESH + 1, veto2 = FRESH + 1; /* ages of the last veto and the one before */
byte late; /* for how many steps the guardians have been asked */
byte steals = STEALS, slips = SLIPS;
bool byYoungKey, underVeto, opened; /* of what waits: how it was proposed, and whether a recovery was opened since */
bool changed; /* guardians that the owner proposed have come into force */
byte away; /* for how many steps she has been without the key */
bool peace; /* she holds the key, and all others leave her alone from now on */

#define fresh ((veto1 <= FRESH) + (veto2 <= FRESH))
#define honest (list == owner -> GOOD : 0)
#define hostile (list == owner -> BAD : 3)

/* --- what must be; -DONLY=… looks at one alone --- */

#define NOTHING 1
#define SEEN 2 /*     an id goes to a foe by a recovery alone that was on the record for the full delay */
#define KEPT 3 /*     who is awake and has the key loses it to the third recovery alone, of all the guardians she chose */
#define UNOPENED 4 /* guardians come into force only if no recovery was opened since they were proposed */
#define AGED 5 /*     … and if the key that proposed them was 30 days old */
#define CALM 6 /*     … and if no veto was younger than 180 days */
#define OWN 7 /*      no guardians of the thief's come into force */
#define SOON 8 /*     the owner is without the key for three recoveries and three reactions at most */
#define ALWAYS 9 /*   too much to ask: who is awake and has the key never loses it, whatever guardians do */
#ifndef ONLY
#define ONLY 0
#endif
#define must(property, condition) assert((ONLY && ONLY != property) || (condition))

/* --- duties of those who are awake --- */

#define asked (!ownerKnows || waiting == thief)
#define mustOpen (!peace && asked && recovery == none && honest >= NEEDED)
#define mustVeto (!peace && ownerKnows && recovery == thief && VETOABLE)
#define mustRotate (KEY_LEFT && !peace && ownerKnows && thiefKnows && waiting == thief)
#ifdef WANTS_CHANGE
#define mustChange (!peace && ownerKnows && MAY_CHANGE && waiting == none)
#else
#define mustChange false
#endif

#ifdef GUARDIANS_AWAKE
#define overdueOpening (mustOpen && late >= REACT)
#else
#define overdueOpening false
#endif
#ifdef OWNER_AWAKE
#define overdueOwner ((mustVeto && recoveryAge >= RECOVERY - 1) || (mustRotate && waitingAge >= DELAY - 1))
#else
#define overdueOwner false
#endif
#ifdef PROMPT
#define overdueEnd (recovery != none && DUE)
#else
#define overdueEnd false
#endif

/* --- acts --- */

inline endChange() {
  waiting = none; waitingAge = 0;
  byYoungKey = false; underVeto = false; opened = false;
  if :: ownerKnows -> late = 0 :: else fi; /* nothing is asked any more */
}

inline endRecovery() {
  recovery = none; recoveryAge = 0; stands = false; used = false;
}

inline setKey(who) {
  ownerKnows = (who == owner); thiefKnows = (who == thief);
  keyAge = 0;
  WHEN_KEYED;
#ifdef PROMPT
  if :: ownerKnows -> away = 0 :: else fi
#endif
}

inline rotate(who) {
  setKey(who);
  WHEN_ROTATED
}

inline change(who) {
  waiting = who; waitingAge = 0;
  byYoungKey = (keyAge <= OLD); underVeto = (fresh > 0); opened = false;
  if :: who == owner -> late = 0 :: else fi;
}

inline open(who) {
  stands = STANDS;
  recovery = who; recoveryAge = 0;
  late = 0;
  opened = (waiting != none);
  WHEN_OPENED
}

inline veto() {
  veto2 = veto1; veto1 = 0;
  endRecovery();
}

inline finish() {
  if
  :: recovery == thief && !used ->
     must(SEEN, recoveryAge > RECOVERY);
#ifdef OWNER_AWAKE
     must(KEPT, !ownerKnows || (stands && list == owner && BAD == 3));
#endif
#if ONLY == ALWAYS
     must(ALWAYS, !ownerKnows);
#endif
     setKey(thief)
  :: recovery != thief && !used -> setKey(recovery)
  :: used
  fi;
  endRecovery();
}

inline comeIntoForce() {
  printf("- guardians of the %e's come into force\n", waiting);
  must(UNOPENED, !opened);
  must(AGED, !byYoungKey);
  must(CALM, !underVeto);
#ifdef GUARDIANS_AWAKE
  must(OWN, waiting != thief);
#endif
#ifdef WANTS_CHANGE
  changed = (waiting == owner);
#endif
  list = waiting;
  endChange();
}

active proctype Time() {
  do
  :: atomic { !overdueOpening && !overdueOwner && !mustChange && !overdueEnd ->
       if :: keyAge <= OLD -> keyAge++ :: else fi;
       if :: veto1 <= FRESH -> veto1++ :: else fi;
       if :: veto2 <= FRESH -> veto2++ :: else fi;
       if :: recovery != none && recoveryAge <= RECOVERY -> recoveryAge++ :: else fi;
       if
       :: waiting != none && waitingAge == DELAY -> comeIntoForce()
       :: waiting != none && waitingAge < DELAY -> waitingAge++
       :: else
       fi;
       if :: mustOpen && late < REACT -> late++ :: else -> late = 0 fi;
#ifdef PROMPT
       if :: !ownerKnows -> away++ :: else fi;
       must(SOON, away <= 3 * (REACT + RECOVERY + 1));
#endif
       printf("- step\n") }
  :: atomic { keyAge == OLD -> keyAge++ }
  :: atomic { veto2 == FRESH -> veto2++ }
  :: atomic { veto1 == FRESH && veto2 > FRESH -> veto1++ }
  :: atomic { recovery != none && recoveryAge == RECOVERY -> recoveryAge++ }
  :: atomic { waiting != none && waitingAge == DELAY -> comeIntoForce() }
  od
}

active proctype Anyone() {
  do
  :: atomic { recovery != none && DUE && FINISHER && (KEY_LEFT || used) -> printf("- somebody finishes the %e's recovery\n", recovery); finish() }
  od
}

/* What owner and honest guardians do for the id; those who are awake must, before time goes on. */
active proctype Friends() {
  do
  :: atomic { mustVeto -> printf("- the owner vetoes\n"); veto() }
  :: atomic { mustChange -> printf("- the owner proposes guardians\n"); change(owner) }
  :: atomic { mustRotate -> printf("- the owner changes the key\n"); rotate(owner) }
  :: atomic { mustOpen -> printf("- guardians open a recovery for the owner\n"); open(owner) }
  :: atomic { mustOpen && slips > 0 -> printf("- guardians open a recovery to a wrong address\n"); slips--; open(nobody) }
  :: atomic { recovery == nobody && honest >= 2 && !peace -> printf("- guardians close the recovery\n"); endRecovery() }
  od
}

/* What owner, thief and hostile guardians may do and need not: those who leave the loop do nothing more. */
active proctype Whims() {
  do
#ifdef FAIR
  :: break
#endif
#ifdef PEACE
  :: atomic { ownerKnows && !peace -> peace = true }
#endif
  :: atomic { !peace && thiefKnows && VETOABLE && recovery != thief -> printf("- the thief vetoes\n"); veto() }
  :: atomic { !peace && thiefKnows && MAY_CHANGE -> printf("- the thief proposes guardians\n"); change(thief) }
  :: atomic { !peace && hostile >= NEEDED && recovery == none -> printf("- hostile guardians open a recovery\n"); open(thief) }
  :: atomic { !peace && hostile >= 2 && recovery != none -> printf("- hostile guardians close the recovery\n"); endRecovery() }
#ifndef STEADY
  :: atomic { !peace && ownerKnows && MAY_CHANGE -> printf("- the owner proposes guardians\n"); change(owner) }
  :: atomic { !peace && ownerKnows && KEY_LEFT -> printf("- the owner changes the key\n"); rotate(owner) }
#endif
#if !defined(KEEPS_KEY) && !defined(STEADY)
  :: atomic { !peace && ownerKnows -> printf("- the owner loses the key\n"); ownerKnows = false }
#endif
  :: atomic { !peace && recovery == owner && !used && slips > 0 ->
       printf("- the owner uses the new address meanwhile\n");
       used = true;
       slips-- }
  :: atomic { !peace && ownerKnows && !thiefKnows && steals > 0 ->
       printf("- the thief copies the key\n");
       thiefKnows = true;
       if :: steals < 255 -> steals-- :: else fi }
#ifdef STEADY
  :: atomic { !peace && thiefKnows && ownerKnows && KEY_LEFT -> printf("- the thief changes the key\n"); rotate(thief) }
#else
  :: atomic { !peace && thiefKnows && KEY_LEFT -> printf("- the thief changes the key\n"); rotate(thief) }
#endif
  od
}

#ifdef FAIR
/* Whatever the thief does, the owner has the key again and again. */
ltl back { [] <> ownerKnows }
/* … and in the end for ever, if he steals finitely often. */
ltl kept { <> [] ownerKnows }
/* Left in peace with the key, she may change guardians again some day. */
ltl free { [] (peace -> <> (!ownerKnows || MAY_CHANGE)) }
/* Whoever wants other guardians has them some day. */
ltl rid { <> changed }
#endif
