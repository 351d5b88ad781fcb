/* One order: does its price always come out, whole and once, and can buyer or seller alone always end it?

   WHO ACTS. Buyer, seller, a carrier who has a cost line, an arbiter if both agreed on one. Each does whatever the rules let him do, at
   any moment, or nothing any more: whims. So every order of acts is here, wise or foolish, of friends and of foes in league. What one
   alone can do is asked of formulas: whatever was done before, BUYER, SELLER or CARRIER then acts under weak fairness, and all others
   go on as they please or fall silent for ever.

   WHAT IS LEFT OUT, AND WHY IT LOSES NOTHING. Pledges: groupBuy.pml; a pledge that reached its target is an order from that moment.
   Amounts: sixteen coins stand for any price, five and three for any costs, odd ones, so that halves must be rounded; what a split leaves
   to the buyer is nothing, a part or all. What becomes of the surplus beyond the rebate: it is another contract's. Signatures and who
   carries them: the specs look at those. Drawing a purse: every payment is a credit to one, which is the reason that nothing here waits
   for a token that is paused or a party who is blocked; both may happen at any moment and for ever.

   TIME. A moment is the smallest unit of time; acts of one moment come in any order and number. The clock stops counting where no date
   is left. What matters of window, silence and 30 days is what comes before what; here they are two, two and three moments, and other
   numbers can be given.

   THE RULES are the capital macros below. A broken twin replaces one of them and includes this file. */

#ifndef WINDOW
#define WINDOW 2
#endif
#ifndef SILENCE
#define SILENCE 2
#endif
#ifndef PATIENCE
#define PATIENCE 3 /* 30 days: the longest dispute */
#endif

/* --- the rules --- */

#define due (age >= WINDOW)
#define over (stage == disputed && disputeAge >= PATIENCE)
#define underway (stage == funded || stage == shipped || stage == delivered)
#define live (underway || stage == disputed)

/* The seller ships within the window, … */
#ifndef MAY_SHIP
#define MAY_SHIP (stage == funded && !due)
#endif
/* … the buyer, and nobody else, marks delivered, … */
#ifndef MAY_DELIVER
#define MAY_DELIVER (stage == shipped)
#endif
/* … and accepts, also in a dispute. */
#ifndef MAY_ACCEPT
#define MAY_ACCEPT (stage == shipped || stage == delivered || stage == disputed)
#endif
/* Silence accepts what was shipped, by the call of a party, once the window and the silence after it are over. */
#ifndef MAY_CLOSE
#define MAY_CLOSE ((stage == shipped || stage == delivered) && age >= WINDOW + SILENCE)
#endif
/* What was not shipped the seller sends back whenever he likes, … */
#ifndef SELLER_REFUNDS
#define SELLER_REFUNDS (stage == funded || (stage == disputed && from == funded))
#endif
/* … and the buyer takes back after the window. */
#ifndef BUYER_REFUNDS
#define BUYER_REFUNDS (stage == funded && due)
#endif
/* Buyer and seller may object, once; … */
#ifndef MAY_DISPUTE
#define MAY_DISPUTE underway
#endif
#ifndef WHEN_DISPUTED
#define WHEN_DISPUTED from = stage; disputeAge = 0
#endif
/* … a dispute ends by a split that both sign, as any order may, … */
#ifndef MAY_SPLIT
#define MAY_SPLIT live
#endif
/* … by the arbiter's, … */
#ifndef MAY_ARBITRATE
#define MAY_ARBITRATE (stage == disputed)
#endif
/* … or after 30 days by state, by the call of a party: … */
#ifndef MAY_END
#define MAY_END over
#endif
/* … where it was shipped and not delivered, half of each cost is paid, and all the rest goes back. */
#ifndef HALF_BACK
#define HALF_BACK (PRICE - MAKING / 2 - CARRIAGE / 2)
#endif
/* What is paid is credited to purses, so that no payment fails. */
#ifndef PAYABLE
#define PAYABLE true
#endif

/* --- what is kept --- */

#define PRICE 16
#define MAKING 5 /*   the seller's cost line */
#define CARRIAGE 3 /* the carrier's */
#define REBATE 2 /*   of the surplus of eight, to the buyer */

mtype = { funded, shipped, delivered, disputed, accepted, refunded, split };

mtype stage = funded, from = funded;
byte age, disputeAge; /* moments since it was funded, and since the dispute was opened */
bool paused, blocked; /* the token; a party's address */
byte back, costs, surplus, rebate; /* paid out so far; the surplus without its rebate */

/* Written down apart from the rules. */
byte payments;
bool missed; /* the window went by before it was shipped, or while it was in dispute for that */
bool wasShipped, wasDelivered;
bool byBuyer, bySeller, byArbiter; /* who signed what is being paid */

#define ended (stage == accepted || stage == refunded || stage == split)

/* --- what must be; -DONLY=… looks at one alone --- */

#define NOTHING 1
#define WHOLE 2 /*   it is paid out once, whole, when it ends, and nothing before */
#define LAST 3 /*    what has ended stays as it is */
#define UNSHIPPED 4 /* before it was shipped, and for what missed its window, nothing but the buyer's or the arbiter's word pays the seller */
#define CAME 5 /*    what the buyer marked delivered goes back by the seller's or the arbiter's word alone */
#define LOOKING 6 /* a buyer who objects in time has the surplus and half of the costs back, unless she or the arbiter says otherwise */
#define ALL_BACK 7 /* too much to ask: … she has all of it back */
#ifndef ONLY
#define ONLY 0
#endif
#define must(property, condition) assert((ONLY && ONLY != property) || (condition))

/* With LOOKS the buyer is honest, has not got what she paid for, and objects before silence would accept. */
#ifdef LOOKS
#define overdue ((stage == shipped || stage == delivered) && age + 1 >= WINDOW + SILENCE)
#else
#define overdue false
#endif

/* --- acts --- */

inline enter(next) {
  must(LAST, !ended);
  stage = next
}

/* Pays so much back to the buyer, so much for costs, and so much is surplus, with a rebate where it is enough. */
inline pay(next, toBuyer, toCosts, toSurplus) {
  enter(next);
  payments++;
  back = back + toBuyer;
  costs = costs + toCosts;
  if
  :: toSurplus >= REBATE -> rebate = rebate + REBATE; surplus = surplus + toSurplus - REBATE
  :: else -> surplus = surplus + toSurplus
  fi;
  checkPaid()
}

inline checkPaid() {
  must(WHOLE, payments == 1 && back + costs + surplus + rebate == PRICE);
  must(UNSHIPPED, (wasShipped && !missed) || costs == 0 || byBuyer || byArbiter);
  must(CAME, !wasDelivered || back == 0 || bySeller || byArbiter);
#ifdef LOOKS
  must(LOOKING, back >= PRICE - (MAKING + CARRIAGE) / 2 || byBuyer || byArbiter);
#if ONLY == ALL_BACK
  must(ALL_BACK, back == PRICE || byArbiter);
#endif
#endif
  byBuyer = false; bySeller = false; byArbiter = false
}

inline accept() { pay(accepted, 0, MAKING + CARRIAGE, PRICE - MAKING - CARRIAGE) }

inline refund() { pay(refunded, PRICE, 0, 0) }

/* Both signed, or the arbiter: what the buyer has back comes first, then costs, then the surplus. */
inline divide() {
  if
  :: pay(split, 0, MAKING + CARRIAGE, PRICE - MAKING - CARRIAGE)
  :: pay(split, PRICE / 2 + 1, PRICE / 2 - 1, 0)
  :: pay(split, PRICE, 0, 0)
  fi
}

inline endDispute() {
  printf("- the dispute ends by state: %e\n", from);
  if
  :: from == funded -> refund()
  :: from == shipped -> pay(split, HALF_BACK, MAKING / 2 + CARRIAGE / 2, 0)
  :: from == delivered -> accept()
  fi
}

inline ship() { printf("- the seller ships\n"); must(UNSHIPPED, !missed); wasShipped = true; enter(shipped) }
inline deliver() { printf("- the buyer marks it delivered\n"); wasDelivered = true; enter(delivered) }
inline dispute() { printf("- a dispute is opened\n"); WHEN_DISPUTED; enter(disputed) }
inline close() { printf("- silence accepts\n"); accept() }

active proctype Time() {
  do
  :: atomic { !overdue ->
       if :: stage == disputed && disputeAge < PATIENCE -> disputeAge++ :: else fi;
       if :: age < WINDOW + SILENCE -> age++ :: else fi;
       if :: age >= WINDOW && !wasShipped && !ended -> missed = true :: else fi;
       must(WHOLE, ended || (payments == 0 && back + costs + surplus + rebate == 0));
       printf("- moment\n") }
  od
}

/* What each may do and need not: those who leave the loop do nothing more. */
active proctype Whims() {
  do
#ifdef FAIR
  :: break
#endif
  :: atomic { MAY_SHIP -> ship() }
  :: atomic { SELLER_REFUNDS && PAYABLE -> printf("- the seller sends it back\n"); bySeller = true; refund() }
  :: atomic { MAY_CLOSE && PAYABLE -> close() }
  :: atomic { MAY_DISPUTE -> dispute() }
  :: atomic { MAY_END && PAYABLE -> endDispute() }
  :: atomic { MAY_ARBITRATE && PAYABLE -> printf("- the arbiter divides\n"); byArbiter = true; divide() }
  :: atomic { BUYER_REFUNDS && PAYABLE -> printf("- the buyer takes it back\n"); refund() }
#ifndef LOOKS
  :: atomic { MAY_DELIVER -> deliver() }
  :: atomic { MAY_ACCEPT && PAYABLE -> printf("- the buyer accepts\n"); byBuyer = true; accept() }
  :: atomic { MAY_SPLIT && PAYABLE -> printf("- both divide\n"); byBuyer = true; bySeller = true; divide() }
#endif
  :: atomic { !paused -> paused = true; printf("- the token is paused for ever\n") }
  :: atomic { !blocked -> blocked = true; printf("- a party is blocked for ever\n") }
  od
}

#ifdef BUYER
/* She alone, and whatever was done before: she never needs to accept, or to be told anything. */
active proctype Buyer() {
  do
  :: atomic { BUYER_REFUNDS && PAYABLE -> printf("- the buyer takes it back\n"); refund() }
  :: atomic { MAY_DISPUTE && stage != funded -> dispute() }
  :: atomic { MAY_END && PAYABLE -> endDispute() }
  od
}
#endif

#ifdef SELLER
/* He alone: he need not send anything back that he shipped. */
active proctype Seller() {
  do
  :: atomic { SELLER_REFUNDS && PAYABLE -> printf("- the seller sends it back\n"); bySeller = true; refund() }
  :: atomic { MAY_CLOSE && PAYABLE -> close() }
  :: atomic { MAY_END && PAYABLE -> endDispute() }
  od
}
#endif

#ifdef CARRIER
active proctype Carrier() {
  do
  :: atomic { MAY_CLOSE && PAYABLE -> close() }
  :: atomic { MAY_END && PAYABLE -> endDispute() }
  od
}
#endif

#ifdef FAIR
/* Every open order ends. */
ltl ends { [] (!ended -> <> ended) }
/* … every one that was shipped. */
ltl pays { [] (wasShipped -> <> ended) }
#endif
