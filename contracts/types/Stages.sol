// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How a member stands. Standing gates recording, attesting, vouching, reviewing and voting, and nothing else.
enum Standing {
    None, //     never a member
    Active, //   takes part
    Left, //     went by own will; may return with fresh vouches
    Expelled //  by vote; may return by vote
}

/// @notice What was done.
enum Kind {
    Work, //       劳动: time or output given
    Experience, // 体验: a tasting, a trial; the host or seller confirms it
    Sharing, //    分享: telling, showing, passing on
    Learning //    学习: the other side, who taught or learned, confirms it
}

/// @notice By which door a claim on value came in.
enum Lane {
    Record, // one contributor
    Joint, //  two to seven contributors who split one record
    Batch, //  the root of many leaves
    Binding // an identity of a batch belongs to a member; carries no value
}

/// @notice Where a claim stands. Forward only: Unconfirmed → Pending → Sealed → Challenged; Unconfirmed or Pending → Withdrawn.
/// A claim that is withdrawn, lapsed, or sealed at nothing may be made anew under the same id; no other may.
enum Stage {
    None, //      never made
    Pending, //   waits for attesters, 90 days at most
    Withdrawn, // taken back before the first answer
    Sealed, //    the last needed attester answered: its value counts in the epoch of that answer
    Challenged, // a second round was opened: its median is in force once enough answered
    Unconfirmed // an experience or a learning waits for the word of its other side, 90 days at most
}

/// @notice What the reviews say of a statement, worst first, so that two can be compared.
enum Grade {
    None, // not graded: a founding project, or a statement before its review is over
    D, //    cannot be put to a vote
    C,
    B,
    A, //    an article from here on is recommended
    APlus
}

/// @notice Where a statement or an article stands. It is told from records and time, so that nobody's call chooses the moment.
/// Draft → InReview → Reviewed → Admitted; InReview and Reviewed fall back to Draft by the proposer, or after 90 days.
enum StatementStage {
    None, //     never made
    Draft, //    may be submitted
    InReview, // the seated review it
    Reviewed, // its grade stands; a statement may be put to a vote for 90 days
    Admitted //  a vote made it a project's charter
}

/// @notice Who closed a project.
enum Closing {
    None, //      it is open
    ByStewards, // most of its stewards
    ByVote
}

/// @notice What flows from seller to buyer, or what a cost line pays for.
enum Flow {
    Goods, //     物品
    Service, //   服务
    Transport, // 运输
    Capacity, //  产能: machines, rooms, hours kept free
    Information // 信息: what a connector brings
}

/// @notice Where an order stands. Pledged → Funded → Shipped → Delivered → Accepted; Funded, Shipped or Delivered → Disputed;
/// every one of them ends as Accepted, Refunded or Split, and what has ended stays so. A pledge of a group buy is funded from the
/// second in which the target is reached, by nobody's call.
enum OrderStage {
    None, //      no such order
    Pledged, //   of a group buy that has not reached its target
    Funded, //    the price lies in escrow; the seller ships
    Shipped, //   the seller says that it is on its way, or done
    Delivered, // the buyer says that it came
    Disputed, //  one of the two objects; ends by both, by the arbiter, or after 30 days
    Accepted, //  costs paid, surplus brought in
    Refunded, //  the buyer has all of it back
    Split //      the buyer has a part back
}
