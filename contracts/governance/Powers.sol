// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";
import {Parameters} from "../base/Parameters.sol";
import {ICommonsPool} from "../commons/ICommonsPool.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {IPurses} from "../price/IPurses.sol";
import {ISurplusPool} from "../price/ISurplusPool.sol";
import {StatementId} from "../types/Ids.sol";
import {Grade, StatementStage} from "../types/Stages.sol";
import {IProjectRegistry} from "../work/IProjectRegistry.sol";
import {IProjectReviews} from "../work/IProjectReviews.sol";
import {ICoopGovernor, Majority, Matter} from "./ICoopGovernor.sol";

/// @title Powers
/// @notice The one table of what a vote may do, and by which majority. What it does not list cannot be proposed.
/// @dev Every target is a contract of the cooperative that cannot change, so that what was voted is what is executed.
abstract contract Powers is ICoopGovernor {
    uint256 private constant MOST_ACTIONS = 10;
    uint256 private constant FEW = 10;
    uint256 private constant LEAST_QUORUM = 5;

    /// @notice The numbers.
    Parameters public immutable parameters;
    /// @notice The members.
    IMemberRegistry public immutable members;
    /// @notice The projects.
    IProjectRegistry public immutable projects;
    /// @notice The grades.
    IProjectReviews public immutable reviews;
    /// @notice What was paid.
    ISurplusPool public immutable surplusPool;
    /// @notice The guarantee capital.
    ICommonsPool public immutable commonsPool;

    constructor(
        Parameters parameters_,
        IMemberRegistry members_,
        IProjectRegistry projects_,
        ISurplusPool surplusPool_,
        ICommonsPool commonsPool_
    ) {
        parameters = parameters_;
        members = members_;
        projects = projects_;
        reviews = projects_.reviews();
        surplusPool = surplusPool_;
        commonsPool = commonsPool_;
    }

    /// @inheritdoc ICoopGovernor
    /// @dev ⌊N/2⌋ + 1 while N < 10, then max(5, the percentage rounded up); ⌈N/3⌉ at least of all that is not an admission, so that
    /// no smaller group can change terms or members while the others stay away.
    function quorumFor(uint256 seated, uint256 percent, Matter matter) public pure returns (uint256 quorum) {
        if (seated < FEW) quorum = seated / 2 + 1;
        else quorum = (seated * percent + 99) / 100;
        if (seated >= FEW && quorum < LEAST_QUORUM) quorum = LEAST_QUORUM;
        uint256 third = (seated + 2) / 3;
        return matter != Matter.Admission && quorum < third ? third : quorum;
    }

    /// @dev What a function of a contract is about; None where no vote may call it.
    function _matterOf(address target, bytes4 selector) internal view returns (Matter) {
        if (target == address(parameters)) {
            return selector == Parameters.set.selector ? Matter.Terms : Matter.None;
        }
        if (target == address(members)) {
            if (selector == IMemberRegistry.expel.selector) return Matter.Expulsion;
            if (selector == IMemberRegistry.namePersons.selector) return Matter.Naming;
            return selector == IMemberRegistry.readmit.selector ? Matter.Terms : Matter.None;
        }
        if (target == address(surplusPool) || target == address(commonsPool)) return _matterOfMoney(target, selector);
        if (target != address(projects)) return Matter.None;
        if (selector == IProjectRegistry.admit.selector) return Matter.Admission;
        bool terms =
            selector == IProjectRegistry.amendCooperative.selector ||
                selector == IProjectRegistry.replaceStewards.selector ||
                selector == IProjectRegistry.close.selector;
        return terms ? Matter.Terms : Matter.None;
    }

    /// @dev Which tokens may be used is a term; what is paid out of a reserve, or of the commons, are funds.
    function _matterOfMoney(address target, bytes4 selector) private view returns (Matter) {
        if (target == address(commonsPool)) {
            bool ofCommons = selector == ICommonsPool.adopt.selector || selector == ICommonsPool.release.selector;
            return ofCommons ? Matter.Funds : Matter.None;
        }
        if (selector == IPurses.list.selector) return Matter.Terms;
        bool ofReserve =
            selector == ISurplusPool.spendReserve.selector || selector == ISurplusPool.spendPocket.selector;
        return ofReserve ? Matter.Funds : Matter.None;
    }

    /// @dev The matter of all actions together and the majority they need. Lengths were compared before.
    function _weigh(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) internal view returns (Matter matter, Majority majority) {
        (address target, bytes4 selector) = (targets[0], bytes4(calldatas[0]));
        matter = _matterOf(target, selector);
        if (matter == Matter.None) revert ActionUnlisted(target, selector);
        uint256 most = matter == Matter.Terms ? MOST_ACTIONS : 1;
        if (targets.length > most) revert TooManyActions(targets.length, most);
        for (uint256 i; i < targets.length; ++i) {
            if (targets[i] != target || bytes4(calldatas[i]) != selector) revert ActionsMixed(i);
            if (values[i] != 0) revert ActionWithValue(i, values[i]);
        }
        if (matter == Matter.Terms) return (matter, Majority.ThreeFifths);
        if (matter == Matter.Admission) return _weighAdmission(calldatas[0]);
        return (matter, Majority.TwoThirds);
    }

    /// @dev Of an admission, whose data begin with statement, submission and project: more than one half from A on, three fifths with
    /// B, two thirds with C. What amends a project changes its terms and its stewards, and so needs what every change of terms needs:
    /// three fifths at least, and a third of the members. The project cannot be named otherwise: `admit` compares it with the draft.
    function _weighAdmission(bytes memory data) private view returns (Matter, Majority) {
        if (data.length < 100) revert ActionMalformed(0);
        (StatementId statement, uint256 submission, uint256 project) = abi.decode(
            Bytes.slice(data, 4, 100),
            (StatementId, uint256, uint256)
        );
        Majority byGrade = _majorityByGrade(statement, submission);
        if (project == 0) return (Matter.Admission, byGrade);
        return (Matter.Terms, byGrade == Majority.TwoThirds ? byGrade : Majority.ThreeFifths);
    }

    function _majorityByGrade(StatementId statement, uint256 submission) private view returns (Majority) {
        uint16 current = reviews.submissionOf(statement).number;
        if (submission != current) {
            revert IProjectRegistry.NotReviewedNow(statement, uint16(submission), current);
        }
        StatementStage stage = reviews.stageOf(statement);
        if (stage != StatementStage.Reviewed) revert IProjectReviews.NotReviewed(statement, stage);
        Grade grade = reviews.gradeOf(statement);
        if (grade <= Grade.D) revert IProjectRegistry.GradeTooLow(statement, grade);
        if (grade >= Grade.A) return Majority.Half;
        return grade == Grade.B ? Majority.ThreeFifths : Majority.TwoThirds;
    }
}
