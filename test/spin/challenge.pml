/* One sealed claim and its second round: is its value settled in time, by enough, and does what a challenge took come back?

   WHO ACTS. The claim is sealed at any moment of an epoch. A challenger, new attesters, and people who must not answer: the claim's own,
   its first attesters, the challenger. Each does whatever the rules let him do, at any moment, or nothing any more: whims. Nobody is
   relied on: what must come about comes about by time alone.

   WHAT IS LEFT OUT, AND WHY IT LOSES NOTHING. Credit, which follows the tenths in force in the same act. Tenths other than 0, 7 and 10: a
   median asks which of two is larger, and three are enough for one below, one above and one between. Answers beyond SIX, among whom any
   quorum has a majority against it and one for it. Who is eligible is counted when the round is opened; how many answer later has nothing
   to do with it, since attesters come and go. Other claims and the challenger's other slots: each slot keeps one claim and is free by
   that claim's round alone. Claims made anew: only where the first value was nothing, which is not challenged.

   TIME. A step is half a week, in which 7, 21 and 28 days are whole numbers: 2, 6 and 8; 90 days are 25 and some hours, here 26. A step
   stands for all the moments in it, as in recovery.pml: a date, counted from an act somewhere in one step, falls somewhere in another,
   before or after each act there; a clock that reads its full number may lapse at any moment of that step, and has lapsed at its end. So
   every order that real seconds allow is here. Votes make the window shorter, never longer.

   THE RULES are the capital macros below. A broken twin replaces one of them and includes this file. */

#ifndef WINDOW
#define WINDOW 2
#endif
#ifndef ROUND
#define ROUND 6
#endif
#ifndef KEPT
#define KEPT 26
#endif
#define EPOCH 8

/* --- the rules --- */

/* A sealed claim is challenged once, in its window, … */
#ifndef CHALLENGEABLE
#define CHALLENGEABLE (stage == sealed && !windowOver)
#endif
/* … if two or more are left who could answer. */
#ifndef ENOUGH_TO_ASK
#define ENOUGH_TO_ASK (eligible >= 2)
#endif
/* Half of them, rounded up, but two at least and five at most, must answer before anything changes; … */
#ifndef QUORUM
#define QUORUM (eligible <= 4 -> 2 : (eligible >= 9 -> 5 : (eligible + 1) / 2))
#endif
/* … the round is open for 21 days, … */
#ifndef ROUND_OPEN
#define ROUND_OPEN (stage == challenged && !over)
#endif
/* … to each new attester, … */
#ifndef NEW
#define NEW(kind) ((kind) == fresh)
#endif
/* … once, … */
#ifndef AGAIN
#define AGAIN false
#endif
/* … with no more than the first value. */
#ifndef GREATEST
#define GREATEST 10
#endif
/* From the quorum on, the upper median is in force, and every further answer corrects it; … */
#ifndef COUNTS
#define COUNTS (answers >= quorum)
#endif
#ifndef MIDDLE
#define MIDDLE (answers / 2)
#endif
/* … a challenge by itself changes nothing. */
#ifndef WHEN_CHALLENGED
#define WHEN_CHALLENGED skip
#endif
/* A slot comes back after the round if a tenth or more was cut, … */
#ifndef FREE_BY_CUT
#define FREE_BY_CUT (over && answers >= quorum && inForce < 10)
#endif
/* … and else 90 days after the challenge. */
#ifndef FREE_BY_TIME
#define FREE_BY_TIME kept
#endif

/* --- what is kept --- */

#define SIX 6 /* who may answer */

mtype = { unsealed, sealed, challenged };
mtype = { fresh, challenger, owner, first };

mtype stage = unsealed;
byte now; /* since the epoch began in which the claim is sealed; the next one over, it stops */
byte sealAge, roundAge, slotAge; /* since the sealing, and twice since the challenge */
#define windowOver (sealAge > WINDOW)
#define over (roundAge > ROUND)
#define kept (slotAge > KEPT)
byte eligible, quorum;
byte none, some, all; /* answers of 0, 7 and 10 tenths: counters, as in the contract */
byte beyond; /*          … and of more, where a twin takes them */
byte inForce = 10; /* tenths of the first value */
#define answers (none + some + all + beyond)

#define slotUsed (stage == challenged && !(FREE_BY_CUT || FREE_BY_TIME))
#define roundOver (stage == challenged && !ROUND_OPEN)

/* Written down apart from the rules. */
byte voices; /* new attesters who answered */
byte needed; /* of those who could answer, half and no less, but two at least and five at most */
byte rounds, tenths;
bool wasCut; /* at the end of the round a tenth or more was cut, by enough */

/* --- what must be; -DONLY=… looks at one alone --- */

#define NOTHING 1
#define LESS 2 /*    never more than the first value */
#define MEDIAN 3 /*  all of it until enough have answered, and then the upper median of all answers */
#define VOICES 4 /*  every answer is a new attester's, and each has one */
#define FINAL 5 /*   nothing changes once the next epoch is over, nor after 21 days */
#define ASKED 6 /*   there is one round, and two or more who could answer */
#define SLOT 7 /*    a slot is in use for the round, and comes back after it by a cut, else after 90 days, and not later */
#define WEAK 8 /*    too much to ask: a round in which enough could answer does not stay without effect */
#ifndef ONLY
#define ONLY 0
#endif
#define must(property, condition) assert((ONLY && ONLY != property) || (condition))

/* How many answers say less than what is in force, and how many no more than it. */
#define below ((inForce > 0 -> none : 0) + (inForce > 7 -> some : 0) + (inForce > 10 -> all : 0))
#define upTo (none + (inForce >= 7 -> some : 0) + (inForce >= 10 -> all : 0) + (inForce > 10 -> beyond : 0))

inline check() {
  must(LESS, inForce <= 10);
  must(MEDIAN, answers >= needed || inForce == 10);
  must(MEDIAN, answers < needed || (below <= answers / 2 && upTo > answers / 2));
  must(VOICES, answers == voices)
}

inline revalue() {
  if
  :: COUNTS ->
     if
     :: MIDDLE < none -> inForce = 0
     :: MIDDLE >= none && MIDDLE < none + some -> inForce = 7
     :: MIDDLE >= none + some && MIDDLE < none + some + all -> inForce = 10
     :: MIDDLE >= none + some + all -> inForce = 12
     fi
  :: else -> skip
  fi
}

inline answer() {
  select(tenths : 0 .. 3);
  if
  :: tenths == 0 -> none++; printf("- an answer of 0\n")
  :: tenths == 1 -> some++; printf("- an answer of 7\n")
  :: tenths == 2 || (tenths == 3 && GREATEST <= 10) -> all++; printf("- an answer of 10\n")
  :: tenths == 3 && GREATEST > 10 -> beyond++; printf("- an answer of 12\n")
  fi;
  tenths = 0;
  must(FINAL, !over && now < 2 * EPOCH);
  revalue();
  check()
}

inline open() {
  printf("- a challenge, with %d who could answer\n", eligible);
  rounds++;
  must(ASKED, rounds == 1 && eligible >= 2);
  stage = challenged; sealAge = 0; roundAge = 0; slotAge = 0;
  quorum = QUORUM;
  needed = 2;
  do :: needed < 5 && 2 * needed < eligible -> needed++ :: else -> break od;
  WHEN_CHALLENGED;
  check()
}

/* What the slot must be, told from the clocks and from what was cut at the end of the round alone. */
inline checkSlot() {
  must(SLOT, stage != challenged || slotUsed == (!over || (!wasCut && !kept)))
}

/* 21 days are over. */
inline endRound() {
  roundAge = ROUND + 1;
  printf("- the round is over\n");
  wasCut = (answers >= needed && inForce < 10);
#if ONLY == WEAK
  must(WEAK, answers >= needed);
#endif
  checkSlot()
}

active proctype Time() {
  do
  :: atomic {
       if :: now < 2 * EPOCH -> now++ :: else fi;
       if :: stage == sealed && !windowOver -> sealAge++ :: else fi;
       if
       :: stage == challenged && roundAge < ROUND -> roundAge++
       :: stage == challenged && roundAge == ROUND -> endRound()
       :: else
       fi;
       if :: stage == challenged && !kept -> slotAge++ :: else fi;
       checkSlot();
       printf("- half a week\n") }
  :: atomic { stage == sealed && sealAge == WINDOW -> sealAge++ }
  :: atomic { stage == challenged && roundAge == ROUND -> endRound() }
  :: atomic { stage == challenged && slotAge == KEPT -> slotAge++; checkSlot() }
  od
}

/* What each may do and need not: those who leave the loop do nothing more. */
active proctype Whims() {
  do
#ifdef FAIR
  :: break
#endif
  :: atomic { stage == unsealed && now < EPOCH -> stage = sealed; printf("- the claim is sealed\n") }
  :: atomic { CHALLENGEABLE ->
       select(eligible : 0 .. 10);
       if :: ENOUGH_TO_ASK -> open() :: else fi;
       eligible = 0 }
  :: atomic { ROUND_OPEN && voices < SIX && NEW(fresh) -> voices++; answer(); checkSlot() }
  :: atomic { ROUND_OPEN && voices > 0 && answers < SIX && AGAIN -> printf("- who answered answers again:\n"); answer() }
  :: atomic { ROUND_OPEN && answers < SIX && NEW(challenger) -> printf("- the challenger answers:\n"); answer() }
  :: atomic { ROUND_OPEN && answers < SIX && NEW(owner) -> printf("- one of the claim's own answers:\n"); answer() }
  :: atomic { ROUND_OPEN && answers < SIX && NEW(first) -> printf("- a first attester answers:\n"); answer() }
  od
}

#ifdef FAIR
/* Every round ends, … */
ltl ends { [] (stage == challenged -> <> roundOver) }
/* … and every slot comes back. */
ltl returns { [] (slotUsed -> <> !slotUsed) }
#endif
