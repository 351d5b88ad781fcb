// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {ReviewSheet} from "../libraries/ReviewSheet.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {MemberId, StatementId} from "../types/Ids.sol";
import {Grade, StatementStage} from "../types/Stages.sol";
import {Authors} from "./Authors.sol";
import {IProjectRegistry} from "./IProjectRegistry.sol";
import {IProjectReviews, Submission} from "./IProjectReviews.sol";

/// @title ProjectReviews
/// @notice What the members think of a statement or an article, on twelve points. See IProjectReviews for meaning, errors and events.
/// @dev A submission's sheet is two words, its reviewers' marks lie ten to a word by member: 24 bits of marks, one that they were
/// given. Whatever number reviews, a review writes three or four words and a grade reads three.
contract ProjectReviews is IProjectReviews, OffNet {
    using Authors for uint256;
    using ReviewSheet for uint256;

    /// @notice How long a submission waits for its reviews, and a grade for its vote.
    uint256 public constant KEPT = 90 days;
    /// @notice Where so many are seated, five may always review, and nobody counts them.
    uint256 public constant MANY = 50;
    uint256 private constant MOST_NEEDED = 5;
    uint256 private constant FEW = 3;
    uint256 private constant BITS = 25;
    uint256 private constant A_WORD = 10;

    /// @notice The members.
    IMemberRegistry public immutable members;
    /// @notice The statements.
    IProjectRegistry public immutable projects;
    /// @notice The numbers.
    Parameters public immutable parameters;

    mapping(StatementId statement => uint256) private _writers; // as Authors; a statement's are asked for once, when submitted
    mapping(StatementId statement => Submission) private _submissions;
    mapping(StatementId statement => mapping(uint256 submission => uint256[2])) private _sheets;
    mapping(StatementId statement => mapping(uint256 submissionAndWord => uint256)) private _marks;

    /// @param members_ the members
    /// @param projects_ the statements, which ask here for their grade
    /// @param parameters_ the numbers
    /// @param relay_ the Relay
    constructor(
        IMemberRegistry members_,
        IProjectRegistry projects_,
        Parameters parameters_,
        address relay_
    ) OffNet(relay_) {
        members = members_;
        projects = projects_;
        parameters = parameters_;
        address named = address(projects_.reviews());
        if (named != address(this)) revert ReviewedElsewhere(named);
    }

    // --- members ---

    /// @inheritdoc IProjectReviews
    function submit(StatementId statement) external {
        MemberId member = members.recorder(_actor());
        uint256 authors = _ownedBy(statement, member);
        StatementStage stage = stageOf(statement);
        if (stage != StatementStage.Draft) revert NotDraft(statement, stage);
        if (_writers[statement] == 0) _writers[statement] = authors;
        _submit(statement, authors, isArticle(statement));
    }

    /// @inheritdoc IProjectReviews
    function takeBack(StatementId statement) external {
        _ownedBy(statement, members.memberOf(_actor()));
        StatementStage stage = stageOf(statement);
        if (stage != StatementStage.InReview && stage != StatementStage.Reviewed) {
            revert NothingToTakeBack(statement, stage);
        }
        _submissions[statement].submittedAt = 0;
        emit TakenBack(statement, _submissions[statement].number);
    }

    /// @inheritdoc IProjectReviews
    function review(StatementId statement, uint24 marks, bytes32 comment, string calldata uri) external {
        MemberId reviewer = members.attester(_actor());
        if (!ReviewSheet.areMarks(marks)) revert MarksInvalid(marks);
        Submission memory submission = _submissions[statement];
        // What is admitted was reviewed, so that time alone says that it is not in review.
        if (_stageByTime(submission) != StatementStage.InReview) revert NotInReview(statement, stageOf(statement));
        uint256 authors = _writers[statement];
        if (authors.has(reviewer)) revert OwnStatement(statement, reviewer);
        members.checkUnrelated(_actor(), authors.list());
        _count(statement, submission, reviewer, marks);
        emit Reviewed(statement, reviewer, submission.number, marks, comment, uri, submission.reviews);
    }

    /// @inheritdoc IProjectReviews
    function adopt(StatementId statement, StatementId reviewed, MemberId[] calldata reviewers) external {
        _ownedBy(statement, members.memberOf(_actor()));
        uint256 number = _submissions[reviewed].number;
        for (uint256 i; i < reviewers.length; ++i) {
            _given(reviewed, number, reviewers[i]);
            emit CommentAdopted(statement, reviewed, reviewers[i]);
        }
    }

    /// @inheritdoc IProjectReviews
    function disown(StatementId statement) external {
        MemberId member = members.memberOf(_actor());
        uint256 authors = _authorsOrNone(statement);
        if (authors == 0) revert IProjectRegistry.NoSuchStatement(statement);
        if (authors.proposer() == member || !authors.has(member)) revert NotCoauthor(statement, member);
        _writers[statement] = authors.without(member);
        emit Disowned(statement, member);
    }

    /// @inheritdoc IProjectReviews
    function publish(
        bytes32 document,
        string calldata uri,
        MemberId[] calldata coauthors
    ) external returns (StatementId article) {
        MemberId author = members.recorder(_actor());
        article = articleId(author, document);
        if (isArticle(article)) revert ArticleTaken(article);
        uint256 authors = Authors.pack(members, author, coauthors);
        _writers[article] = authors;
        emit ArticlePublished(article, author, document, uri, coauthors);
        _submit(article, authors, true);
    }

    // --- views ---

    /// @inheritdoc IProjectReviews
    function articleId(MemberId author, bytes32 document) public pure returns (StatementId) {
        return StatementId.wrap(keccak256(abi.encode("article", author, document)));
    }

    /// @inheritdoc IProjectReviews
    function isArticle(StatementId statement) public view returns (bool) {
        return _submissions[statement].article;
    }

    /// @inheritdoc IProjectReviews
    function stageOf(StatementId statement) public view returns (StatementStage) {
        if (_authorsOrNone(statement) == 0) return StatementStage.None;
        Submission memory submission = _submissions[statement];
        if (!submission.article && projects.isAdmitted(statement)) return StatementStage.Admitted;
        return _stageByTime(submission);
    }

    /// @inheritdoc IProjectReviews
    function submissionOf(StatementId statement) external view returns (Submission memory) {
        return _submissions[statement];
    }

    /// @inheritdoc IProjectReviews
    function gradeOf(StatementId statement) external view returns (Grade) {
        StatementStage stage = stageOf(statement);
        if (stage < StatementStage.Reviewed) revert NotReviewed(statement, stage);
        Submission memory submission = _submissions[statement];
        if (submission.reviews == 0) return submission.best;
        uint256[2] storage sheet = _sheets[statement][submission.number];
        Grade grade = ReviewSheet.grade(sheet[0], sheet[1], submission.reviews);
        return grade < submission.best ? grade : submission.best;
    }

    /// @inheritdoc IProjectReviews
    function countsOf(StatementId statement) external view returns (uint32[3][12] memory counts) {
        Submission memory submission = _submissions[statement];
        uint256[2] storage sheet = _sheets[statement][submission.number];
        for (uint256 i; i < ReviewSheet.CRITERIA; ++i) {
            (uint256 zeros, uint256 ones, uint256 twos) = ReviewSheet.counts(sheet[0], sheet[1], i, submission.reviews);
            // forge-lint: disable-next-line(unsafe-typecast): 21 bits.
            counts[i] = [uint32(zeros), uint32(ones), uint32(twos)];
        }
    }

    /// @inheritdoc IProjectReviews
    function marksOf(StatementId statement, MemberId reviewer) external view returns (uint24) {
        return _given(statement, _submissions[statement].number, reviewer);
    }

    // --- private ---

    function _submit(StatementId statement, uint256 authors, bool article) private {
        uint256 eligible = _eligible(authors);
        Submission memory submission;
        submission.number = _submissions[statement].number + 1;
        submission.article = article;
        submission.submittedAt = uint40(block.timestamp);
        submission.deadline = uint40(
            block.timestamp + parameters.get(Parameter.ReviewDays, parameters.currentEpoch()) * 1 days
        );
        // forge-lint: disable-next-line(unsafe-typecast): at most five.
        submission.needed = uint8(eligible < MOST_NEEDED ? eligible : MOST_NEEDED);
        submission.best = Grade.APlus;
        if (eligible < FEW) submission.best = eligible == 0 ? Grade.C : Grade.B;
        if (eligible == 0) submission.filledAt = uint40(block.timestamp);
        _submissions[statement] = submission;
        _sheets[statement][submission.number] = [ReviewSheet.EMPTY, ReviewSheet.EMPTY];
        emit Submitted(statement, submission.number, submission.deadline, submission.needed, submission.best);
    }

    /// @dev How many may review. Wards and sponsors without number could not be counted; where many are seated five always may.
    function _eligible(uint256 authors) private view returns (uint256) {
        uint256 seated = members.seatedCount();
        return seated >= MANY ? MOST_NEEDED : seated - authors.seated(members);
    }

    function _count(StatementId statement, Submission memory submission, MemberId reviewer, uint24 marks) private {
        (uint256 key, uint256 shift) = _place(submission.number, reviewer);
        uint256 word = _marks[statement][key];
        uint256[2] storage sheet = _sheets[statement][submission.number];
        (uint256 low, uint256 high) = (sheet[0], sheet[1]);
        uint256 before = (word >> shift) & ((1 << BITS) - 1);
        if (before != 0) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts 24 bits out.
            uint24 old = uint24(before);
            (low, high) = (low.remove(old, 0), high.remove(old, 1));
        } else {
            ++submission.reviews;
            if (submission.reviews == submission.needed) submission.filledAt = uint40(block.timestamp);
            _submissions[statement] = submission;
        }
        (sheet[0], sheet[1]) = (low.add(marks, 0), high.add(marks, 1));
        _marks[statement][key] = (word & ~(((1 << BITS) - 1) << shift)) | ((uint256(marks) | (1 << 24)) << shift);
    }

    function _given(StatementId statement, uint256 number, MemberId reviewer) private view returns (uint24) {
        (uint256 key, uint256 shift) = _place(number, reviewer);
        uint256 word = _marks[statement][key] >> shift;
        if (word & (1 << 24) == 0) revert NoSuchReview(statement, reviewer);
        // forge-lint: disable-next-line(unsafe-typecast): cuts 24 bits out.
        return uint24(word);
    }

    /// @dev Which word of a submission's marks is the reviewer's, and where in it.
    function _place(uint256 number, MemberId reviewer) private pure returns (uint256 key, uint256 shift) {
        uint256 id = MemberId.unwrap(reviewer);
        return ((number << 32) | (id / A_WORD), (id % A_WORD) * BITS);
    }

    /// @dev What is filled when the days are over is fixed then; else the review that fills it fixes it.
    function _stageByTime(Submission memory submission) private view returns (StatementStage) {
        if (submission.submittedAt == 0) return StatementStage.Draft;
        if (submission.filledAt == 0) {
            return block.timestamp < submission.submittedAt + KEPT ? StatementStage.InReview : StatementStage.Draft;
        }
        uint256 fixedAt = submission.filledAt > submission.deadline ? submission.filledAt : submission.deadline;
        if (block.timestamp < fixedAt) return StatementStage.InReview;
        bool stands = submission.article || block.timestamp < fixedAt + KEPT;
        return stands ? StatementStage.Reviewed : StatementStage.Draft;
    }

    function _ownedBy(StatementId statement, MemberId member) private view returns (uint256 authors) {
        authors = _authorsOrNone(statement);
        if (authors == 0) revert IProjectRegistry.NoSuchStatement(statement);
        if (authors.proposer() != member) revert NotProposer(statement, member);
    }

    function _authorsOrNone(StatementId statement) private view returns (uint256 authors) {
        authors = _writers[statement];
        return authors == 0 ? projects.authorsOf(statement) : authors;
    }
}
