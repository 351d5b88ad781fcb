// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId, StatementId} from "../types/Ids.sol";
import {Grade, StatementStage} from "../types/Stages.sol";

/// @notice One submission of a statement or an article to review. One slot: 16 + 40 × 3 + 8 × 3 + 24 = 184 bits.
struct Submission {
    uint16 number; //      from 1; 0: never submitted
    uint40 submittedAt; // seconds since 1970; 0: taken back
    uint40 deadline; //    when what was filled is fixed, seconds since 1970
    uint40 filledAt; //    when the last needed review came; 0: not yet
    uint8 needed; //       reviews, fixed at submission
    Grade best; //         the best grade that so few eligible reviewers may give
    bool article; //       an article: nothing is voted on, and its grade stands for ever
    uint24 reviews; //     so many came
}

/// @title Reviews
/// @notice The seated grade statements, and articles (并发学习), on twelve points, each 0, 1 or 2:
/// industry coverage 全行业覆盖, social innovation 社会创新价值, return to users 用户超值回报, network-native 互联网基因,
/// social enterprise 社会型企业, system support 系统支撑, closed loop 闭环结构, price–value separation 价格和价值分离,
/// credit and empowerment 增信赋能, ignition 瞬间引爆, business ecosystem 商业生态, value accumulation 虚拟价值积累.
/// The sum of the twelve lower medians is the grade: 22 A+, 18 A, 14 B, 10 C, below D; a median of 0 in return to users, closed
/// loop or price–value separation caps it at C; fewer than three eligible reviewers cap it at B, none at C.
/// @dev Marks travel as 24 bits, two a criterion in the order above, the first lowest.
interface IProjectReviews {
    /// @notice A statement or an article waits for reviews.
    event Submitted(StatementId indexed statement, uint16 submission, uint40 deadline, uint8 needed, Grade best);
    /// @notice The proposer took it back; what was reviewed of this submission grades nothing any more.
    event TakenBack(StatementId indexed statement, uint16 submission);
    /// @notice A member reviewed, or revised the review.
    /// @param comment sha2-256 of the written comment; 0: none
    /// @param uri where the comment can be read, or the comment itself as a data: URI
    /// @param reviews so many of this submission
    event Reviewed(
        StatementId indexed statement,
        MemberId indexed reviewer,
        uint16 submission,
        uint24 marks,
        bytes32 comment,
        string uri,
        uint256 reviews
    );
    /// @notice The proposer of `statement` says that it takes up what a reviewer wrote of an earlier one.
    event CommentAdopted(StatementId indexed statement, StatementId indexed reviewed, MemberId indexed reviewer);
    /// @notice A member who was named as an author says that it is not his; he may review it like anyone.
    event Disowned(StatementId indexed statement, MemberId indexed member);
    /// @notice A member published an article, sha2-256 `document`, to be reviewed like a statement.
    event ArticlePublished(
        StatementId indexed article,
        MemberId indexed author,
        bytes32 document,
        string uri,
        MemberId[] coauthors
    );

    /// @notice The registry of statements asks another contract for its grades.
    error ReviewedElsewhere(address reviews);
    /// @notice Only the proposer, or the author, may do this.
    error NotProposer(StatementId statement, MemberId member);
    /// @notice The member is not named among the others who wrote it. The proposer takes it back instead.
    error NotCoauthor(StatementId statement, MemberId member);
    /// @notice It is not a draft now.
    error NotDraft(StatementId statement, StatementStage stage);
    /// @notice It is neither in review nor reviewed.
    error NothingToTakeBack(StatementId statement, StatementStage stage);
    /// @notice It is not in review now.
    error NotInReview(StatementId statement, StatementStage stage);
    /// @notice Twelve marks of 0, 1 or 2 are needed.
    error MarksInvalid(uint24 marks);
    /// @notice One's own statement, or one's own article, is reviewed by others.
    error OwnStatement(StatementId statement, MemberId reviewer);
    /// @notice Its review is not over, or is void.
    error NotReviewed(StatementId statement, StatementStage stage);
    /// @notice The member did not review it.
    error NoSuchReview(StatementId statement, MemberId reviewer);
    /// @notice This author published this document before.
    error ArticleTaken(StatementId article);

    // --- members ---

    /// @notice Asks for review. How many reviews are needed is fixed now: five, or as many as may review where fewer may.
    /// @dev Errors: those of IMemberRegistry.recorder, NoSuchStatement, NotProposer, NotDraft. Emits Submitted.
    function submit(StatementId statement) external;
    /// @notice Takes it back to draft; a vote on it can no longer be executed. Errors: those of IMemberRegistry.memberOf, NoSuchStatement, NotProposer, NothingToTakeBack. Emits TakenBack.
    function takeBack(StatementId statement) external;
    /// @notice Reviews, or revises one's review. Errors: those of IMemberRegistry.attester, MarksInvalid, NotInReview, OwnStatement. Emits Reviewed.
    function review(StatementId statement, uint24 marks, bytes32 comment, string calldata uri) external;
    /// @notice Says whose comments on an earlier statement the next one takes up. Errors: those of IMemberRegistry.memberOf, NoSuchStatement, NotProposer, NoSuchReview. Emits CommentAdopted.
    function adopt(StatementId statement, StatementId reviewed, MemberId[] calldata reviewers) external;
    /// @notice Says that one was named as an author without being one: nobody is asked before he is named, and authors do not review.
    /// How many reviews a submission needs stays as it was. Errors: those of IMemberRegistry.memberOf, NoSuchStatement, NotCoauthor. Emits Disowned.
    function disown(StatementId statement) external;
    /// @notice Publishes an article and asks for its review at once. Errors: those of IMemberRegistry.recorder, ArticleTaken, CofoundersOutOfBounds, CofounderTwice, NoSuchMember. Emits ArticlePublished, Submitted.
    function publish(
        bytes32 document,
        string calldata uri,
        MemberId[] calldata coauthors
    ) external returns (StatementId);

    // --- views ---

    /// @notice The article that an author publishes with this document.
    function articleId(MemberId author, bytes32 document) external pure returns (StatementId);
    /// @notice Whether this is an article.
    function isArticle(StatementId statement) external view returns (bool);
    /// @notice Where it stands now. An article stays reviewed for ever; a statement for 90 days.
    function stageOf(StatementId statement) external view returns (StatementStage);
    /// @notice The latest submission; all zero where there was none.
    function submissionOf(StatementId statement) external view returns (Submission memory);
    /// @notice The grade that stands, of a reviewed or admitted one. Reverts: NotReviewed.
    function gradeOf(StatementId statement) external view returns (Grade);
    /// @notice How many gave 0, 1 and 2, by criterion, in the latest submission.
    function countsOf(StatementId statement) external view returns (uint32[3][12] memory);
    /// @notice What a member marked in the latest submission. Reverts: NoSuchReview.
    function marksOf(StatementId statement, MemberId reviewer) external view returns (uint24);
}
