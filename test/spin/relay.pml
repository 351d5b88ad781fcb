/* The off-net door: what two members signed, carried by anyone. Is an act done once or not at all, and is none kept waiting for ever?

   WHO ACTS. Each member has two nonce keys and, on each, two numbers: eight slots. For each slot one act was signed with the member's
   first key, and one with the second, which comes into force by rotation: whoever has a new key may sign the same slot anew. Carriers
   carry any act at any time, in any order, as often as they like, alone or in the middle of another act's call, and with too little
   gas if they please. Members revoke and rotate, directly or by an act that is carried. Time goes on: acts expire.

   WHAT IS LEFT OUT, AND WHY IT LOSES NOTHING. Signatures: an act counts with the key that signed it in force, and not otherwise. What
   targets say: an act may fail at any time for reasons of its target's, and succeed at another. One act, any of the sixteen, is watched:
   its target is willing or not, and its date passes or not; for all others failing stands for unwilling, starved and expired alike. A
   bundle is its acts one by one, and two carriers are one that does what both do. An act in the middle of a call is followed one level
   deep: deeper calls repeat the same step on the same records. A call that fails undoes all that was done inside.

   THE RULES are the capital macros below. A broken twin replaces one of them and includes this file. */

#define KEYS 2
#define NUMBERS 2
#define SLOTS 8 /* slot = 4 · member + 2 · key + number */

/* --- the rules --- */

/* An act's nonce must be the next of its nonce key; … */
#ifndef IN_TURN
#define IN_TURN(slot) (next[LINE(slot)] == NUMBER(slot))
#endif
/* … each member's nonce keys count for themselves; … */
#ifndef LINE
#define LINE(slot) ((slot) / NUMBERS)
#endif
/* … it must be signed with the key in force, … */
#ifndef BY_KEY
#define BY_KEY(slot, version) (epoch[MEMBER(slot)] == (version))
#endif
/* … and not be expired. */
#ifndef IN_DATE
#define IN_DATE(slot, version) (!(WATCHED(slot, version) && expired))
#endif
/* The nonce is written before the call, … */
#ifndef BEFORE_CALL
#define BEFORE_CALL(slot) next[LINE(slot)] = NUMBER(slot) + 1
#endif
#ifndef AFTER_CALL
#define AFTER_CALL(slot) skip
#endif
/* … and as it was where the call failed. */
#ifndef WHEN_FAILED
#define WHEN_FAILED(slot) skip
#endif
/* Taking back a slot moves its nonce key on. */
#ifndef WHEN_REVOKED
#define WHEN_REVOKED(slot) next[LINE(slot)] = NUMBER(slot) + 1
#endif

/* --- what is kept --- */

#define MEMBER(slot) ((slot) / (KEYS * NUMBERS))
#define NUMBER(slot) ((slot) % NUMBERS)
#define WATCHED(slot, version) ((slot) == theSlot && (version) == theVersion)

byte next[4]; /* by member and nonce key */
bit epoch[2]; /* by member: the key in force */
byte theSlot; /* the act that is watched */
bit theVersion;
bool willing, expired; /* its target, its date */

/* What happened, written down apart from the rules: whether a slot's act was done, whether it was taken back. */
bit done[SLOTS], revoked[SLOTS];
byte busy = 255; /* an act whose call takes back others: it is not one of them */
byte i, outer, inner, version, innerVersion; /* of the step that is being made */
#define settled(slot) (done[slot] || revoked[slot])
#define inTurn(slot) (NUMBER(slot) == 0 || settled((slot) - NUMBER(slot)))

/* --- what must be; -DONLY=… looks at one alone --- */

#define NOTHING 1
#define ONCE 2 /*    an act is done once, and not after it was taken back */
#define USED 3 /*    a nonce is used if, and only if, its act was done or taken back: a failed act changes nothing */
#define SIGNED 4 /*  an act is done only while the key that signed it is in force */
#define DATED 5 /*   … and before it expires */
#ifndef ONLY
#define ONLY 0
#endif
#define must(property, condition) assert((ONLY && ONLY != property) || (condition))

inline checkUsed() {
  i = 0;
  do
  :: i < SLOTS -> must(USED, (next[i / NUMBERS] > NUMBER(i)) == settled(i)); i++
  :: else -> break
  od;
  i = 0;
}

inline forget() {
  outer = 0; inner = 0; version = 0; innerVersion = 0;
}

/* Taking back an act takes back all before it with the same nonce key. */
inline takeBack(slot) {
  if
  :: next[LINE(slot)] <= NUMBER(slot) ->
     printf("- act %d.%d.%d is taken back\n", MEMBER(slot), (slot) / NUMBERS % KEYS, NUMBER(slot));
     WHEN_REVOKED(slot);
     if :: NUMBER(slot) == 1 && !settled((slot) - 1) && (slot) - 1 != busy -> revoked[(slot) - 1] = 1 :: else fi;
     if :: !settled(slot) && (slot) != busy -> revoked[slot] = 1 :: else fi
  :: else
  fi
}

inline turnKey(member) {
  epoch[member] = 1;
  printf("- member %d changes the key\n", member)
}

#define admitted(slot, version) (IN_TURN(slot) && BY_KEY(slot, version) && IN_DATE(slot, version))

/* What must be when a call begins … */
inline begin(slot, version) {
  must(SIGNED, epoch[MEMBER(slot)] == version);
  must(DATED, !(WATCHED(slot, version) && expired));
  BEFORE_CALL(slot)
}

/* … and when it was done. */
inline end(slot, version) {
  AFTER_CALL(slot);
  must(ONCE, !settled(slot));
  printf("- act %d.%d.%d of key %d is done\n", MEMBER(slot), (slot) / NUMBERS % KEYS, NUMBER(slot), version);
  done[slot] = 1
}

/* An act is carried in one piece: nobody can come between, unless the call itself lets them. */
inline carry(slot, version) {
  begin(slot, version);
  if
  :: /* starved, unwilling or out of date: the nonce is written back, and whatever was done inside is undone */
     printf("- act %d.%d.%d of key %d fails\n", MEMBER(slot), (slot) / NUMBERS % KEYS, NUMBER(slot), version);
     next[LINE(slot)] = NUMBER(slot);
     WHEN_FAILED(slot)
  :: !WATCHED(slot, version) || willing ->
     if
     :: true
     :: true -> /* another act is carried in the middle of it, or the same one again */
        select(inner : 0 .. 7);
        select(innerVersion : 0 .. 1);
        if
        :: admitted(inner, innerVersion) && (!WATCHED(inner, innerVersion) || willing) ->
           printf("- in the middle of act %d.%d.%d of key %d:\n", MEMBER(slot), (slot) / NUMBERS % KEYS, NUMBER(slot), version);
           begin(inner, innerVersion);
           end(inner, innerVersion)
        :: else
        fi
     :: true -> /* it takes back acts of the same member */
        select(inner : 0 .. 3);
        inner = inner + KEYS * NUMBERS * MEMBER(slot);
        busy = slot;
        takeBack(inner);
        busy = 255
     :: true -> turnKey(MEMBER(slot))
     fi;
     end(slot, version)
  fi;
  checkUsed()
}

/* What carriers, members, targets and the calendar may do and need not. */
proctype Whims() {
  do
#ifdef FAIR
  :: break
#endif
  :: atomic {
       select(outer : 0 .. 7);
       select(version : 0 .. 1);
       if :: admitted(outer, version) -> carry(outer, version) :: else fi;
       forget() }
  :: atomic { select(outer : 0 .. 7); takeBack(outer); checkUsed(); forget() }
  :: atomic { epoch[0] == 0 -> turnKey(0) }
  :: atomic { epoch[1] == 0 -> turnKey(1) }
  :: atomic { willing = !willing; printf("- the watched act's target is willing: %d\n", willing) }
  :: atomic { !expired -> expired = true; printf("- the watched act expires\n") }
  od
}

/* One carrier who means well: tries the watched act again and again, with gas enough, and so meets every lasting chance. */
proctype Carrier() {
  do
  :: atomic { willing && admitted(theSlot, theVersion) -> begin(theSlot, theVersion); end(theSlot, theVersion); checkUsed() }
  od
}

init {
  atomic {
    select(theSlot : 0 .. 3); /* the first member's: the other's are alike */
    select(theVersion : 0 .. 1);
    printf("- watched: act %d.%d.%d of key %d\n", MEMBER(theSlot), theSlot / NUMBERS % KEYS, NUMBER(theSlot), theVersion);
    run Whims();
    run Carrier()
  }
}

#define able (willing && !expired && !settled(theSlot) && inTurn(theSlot) && epoch[MEMBER(theSlot)] == theVersion)
#define meant (willing && !expired && !settled(theSlot) && epoch[MEMBER(theSlot)] == theVersion)

#ifdef FAIR
/* No act that could be done is left undone for ever, whatever becomes of all other nonce keys. */
ltl served { [] <> !able }
/* Too much to ask: an act need not wait for those before it with the same nonce key. */
ltl alone { [] <> !meant }
#endif
