/* One group buy: is it reached when it should be, does nothing leave before, and does every pledge come to an end?

   WHO ACTS. Three buyers and the seller. Each does whatever the rules let him do, at any moment, or nothing any more: whims. What one
   alone can do is asked of formulas: whatever was done before, a BUYER (the first: they are alike) or the SELLER then acts under weak
   fairness, and all others go on as they please or fall silent for ever.

   WHAT IS LEFT OUT, AND WHY IT LOSES NOTHING. What becomes of an order: order.pml; here it is settled in one step, by the seller at
   any moment, or by its buyer once its window is over. Prices: a pledge is counted in pieces, and each piece is paid when it is pledged.
   More buyers, larger targets: with three, any two may make the target or miss it without the third, and any one may be in the way.
   Signatures and purses: as in order.pml. Any other buyer than the first may be blocked at any moment and for ever.

   TIME. A moment is the smallest unit of time; acts of one moment come in any order and number. The clock stops counting where no date
   is left.

   THE RULES are the capital macros below. A broken twin replaces one of them and includes this file. */

#ifndef TARGET
#define TARGET 4
#endif
#ifndef MOST
#define MOST 2 /*   pieces of one buyer */
#endif
#ifndef CLOSES
#define CLOSES 2 /* pledges are taken in moments 0 and 1 */
#endif
#ifndef WINDOW
#define WINDOW 2
#endif

/* --- the rules --- */

/* Pledges are taken before the close, … */
#ifndef IN_TIME
#define IN_TIME (now < CLOSES)
#endif
/* … within what one buyer may pledge in all, … */
#ifndef WITHIN
#define WITHIN(buyer, pieces) (pledged[buyer] + (pieces) <= MOST)
#endif
/* … while it is undecided: until the target is reached, exactly or beyond, … */
#ifndef UNDECIDED
#define UNDECIDED (!cancelled && !reached)
#endif
#ifndef REACHES
#define REACHES (sum >= TARGET)
#endif
/* … in the act that brings it, and by no other call. */
#ifndef WHEN_PLEDGED
#define WHEN_PLEDGED reachIfDue()
#endif
#ifndef MAY_CALL_REACHED
#define MAY_CALL_REACHED false
#endif
/* Every order's window begins at that moment. */
#ifndef BEGUN
#define BEGUN(buyer) reachedAt
#endif
/* The seller may cancel until then; … */
#ifndef MAY_CANCEL
#define MAY_CANCEL (!cancelled && !reached)
#endif
/* … what is not reached at the close is missed, and nobody moves the close. */
#ifndef MISSED
#define MISSED (!cancelled && !reached && now >= CLOSES)
#endif
#ifndef MAY_EXTEND
#define MAY_EXTEND false
#endif
/* A pledge binds until then, and goes back by its buyer's call or the seller's, each by itself … */
#ifndef MAY_DRAW
#define MAY_DRAW(buyer) (cancelled || MISSED)
#endif
/* … and whoever else cannot be paid. */
#ifndef PAYABLE
#define PAYABLE(buyer) true
#endif

/* --- what is kept --- */

#define BUYERS 3

byte now; /* moments since it was opened; kept from growing where no date is left */
byte pledged[BUYERS], pledgedAt[BUYERS];
byte sum;
bool reached, cancelled;
byte reachedAt;
bool settled[BUYERS]; /* an order that ended, or a pledge that was drawn */
bool blocked[BUYERS];
byte escrow;

#define LATEST (CLOSES + WINDOW + 1)
#define windowOver(buyer) (now >= BEGUN(buyer) + WINDOW)

/* Written down apart from the rules. */
byte brought[BUYERS]; /* pieces ever paid in */
byte age; /*             moments since the target was there */
byte i, who, pieces; /*  of the step that is being made */
#define total (brought[0] + brought[1] + brought[2])

/* --- what must be; -DONLY=… looks at one alone --- */

#define NOTHING 1
#define REACHED 2 /* reached if, and only if, the target is there: at once, at exactly the target too */
#define TAKEN 3 /*   pledges are taken before the close, within one buyer's most, and none once it is decided */
#define BOUND 4 /*   what was pledged lies in escrow until reached, missed or cancelled, and is paid out once */
#define FIRM 5 /*    what was reached is not cancelled, nor missed */
#define FULL 6 /*    an order's buyer waits the whole window, counted from the moment of reaching, and no longer */
#define LATE 7 /*    too much to ask: nothing is reached in the last moment */
#ifndef ONLY
#define ONLY 0
#endif
#define must(property, condition) assert((ONLY && ONLY != property) || (condition))

inline check() {
  must(REACHED, reached == (total >= TARGET));
  must(FIRM, !(reached && cancelled));
  must(BOUND, escrow == (settled[0] -> 0 : brought[0]) + (settled[1] -> 0 : brought[1]) + (settled[2] -> 0 : brought[2]))
}

inline reachIfDue() {
  if
  :: REACHES && !reached ->
     reached = true; reachedAt = now;
     printf("- the target is reached\n");
#if ONLY == LATE
     must(LATE, now != CLOSES - 1);
#endif
  :: else
  fi
}

inline pledge(buyer) {
  printf("- buyer %d pledges %d\n", buyer, pieces);
  must(TAKEN, now < CLOSES && !cancelled && total < TARGET && brought[buyer] + pieces <= MOST);
  pledged[buyer] = pledged[buyer] + pieces; brought[buyer] = brought[buyer] + pieces;
  pledgedAt[buyer] = now;
  sum = sum + pieces; escrow = escrow + pieces;
  WHEN_PLEDGED;
  check()
}

/* All that one buyer brought leaves the escrow. */
inline payOut(buyer) {
  must(BOUND, !settled[buyer] && brought[buyer] > 0);
  must(BOUND, total >= TARGET || cancelled || now >= CLOSES);
  settled[buyer] = true;
  escrow = escrow - pledged[buyer];
  check()
}

#define waits(buyer) (pledged[buyer] > 0 && !settled[buyer])
#define isOrder(buyer) (reached && waits(buyer))
#define mayDraw(buyer) (waits(buyer) && MAY_DRAW(buyer) && PAYABLE(buyer))

inline draw(buyer) {
  printf("- the pledge of buyer %d goes back\n", buyer);
  must(FIRM, total < TARGET);
  payOut(buyer)
}

inline takeBack(buyer) {
  printf("- buyer %d takes the order's price back\n", buyer);
  must(FULL, age >= WINDOW);
  payOut(buyer)
}

inline ship(buyer) {
  printf("- the seller settles the order of buyer %d\n", buyer);
  must(FULL, total >= TARGET);
  payOut(buyer)
}

inline cancel() { printf("- the seller cancels\n"); cancelled = true; check() }

active proctype Time() {
  do
  :: atomic {
       if :: now < LATEST -> now++ :: else fi;
       if :: total >= TARGET && age < LATEST -> age++ :: else fi;
       /* Whoever has waited the whole window may go. */
       must(FULL, !reached || age < WINDOW || (windowOver(0) && windowOver(1) && windowOver(2)));
       printf("- moment\n") }
  od
}

/* What each may do and need not: those who leave the loop do nothing more. */
active proctype Whims() {
  do
#ifdef FAIR
  :: break
#endif
  :: atomic {
       select(who : 0 .. 2);
       select(pieces : 1 .. 2);
       if :: IN_TIME && UNDECIDED && WITHIN(who, pieces) -> pledge(who) :: else fi;
       who = 0; pieces = 0 }
  :: atomic { select(who : 0 .. 2); if :: mayDraw(who) && !reached -> draw(who) :: else fi; who = 0 }
  :: atomic { select(who : 0 .. 2); if :: isOrder(who) && windowOver(who) -> takeBack(who) :: else fi; who = 0 }
  :: atomic { select(who : 0 .. 2); if :: isOrder(who) -> ship(who) :: else fi; who = 0 }
  :: atomic { MAY_CANCEL -> cancel() }
  :: atomic { MAY_EXTEND -> now = 0; printf("- the seller moves the close\n") }
  :: atomic { MAY_CALL_REACHED -> reachIfDue() }
  :: atomic { select(who : 1 .. 2); blocked[who] = true; printf("- buyer %d is blocked for ever\n", who); who = 0 }
  od
}

#ifdef BUYER
/* She alone, and whatever was done before. */
active proctype Buyer() {
  do
  :: atomic { mayDraw(0) && !reached -> draw(0) }
  :: atomic { isOrder(0) && windowOver(0) -> takeBack(0) }
  od
}
#endif

#ifdef SELLER
/* He alone ends what he owes. */
active proctype Seller() {
  do
  :: atomic { mayDraw(0) && !reached -> draw(0) }
  :: atomic { mayDraw(1) && !reached -> draw(1) }
  :: atomic { mayDraw(2) && !reached -> draw(2) }
  :: atomic { isOrder(0) -> ship(0) }
  :: atomic { isOrder(1) -> ship(1) }
  :: atomic { isOrder(2) -> ship(2) }
  od
}
#endif

#ifdef FAIR
/* Every pledge ends. */
ltl ends { [] (waits(0) -> <> !waits(0)) }
/* In the end nothing is owed to anybody. */
ltl free { <> [] (escrow == 0) }
#endif
