// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Coop, Ground} from "./Ground.sol";
import {Tree} from "./Tree.sol";

/// A claim as its maker remembers it, and as it was last seen.
struct Made {
    ContributionId id;
    uint32 by;
    uint32 project;
    uint32 quantity;
    uint64 value; //   claimed
    uint8 tier;
    Lane lane;
    bool alive; //     false once its id was made anew
    bytes32 evidence;
    uint256 madeAt;
    Stage stage;
    uint32 epoch;
    uint256 sealedAt;
    uint64 first; //   the value that its first answers named
    uint64 inForce;
    uint256 answered; // first answers in `epoch`
    uint256 needed;
    uint256 yes; //    of the answers, how many are yes
    uint256 challenger;
    bytes32 identity; // bindings
    uint32 bound; //     bindings
}

/// Credit of a member in a project and epoch, to be drawn once.
struct Lot {
    uint32 project;
    uint32 epoch;
    uint32 member;
    bool drawn;
}

/// What a charter binds itself to from an epoch on.
struct Bound {
    uint32 from;
    uint64 budget;
    uint48 rate; // of work and of sharing alike
}

/// What the hands remember beside the contracts, in plain sums, and the questions that they ask of it.
/// Whatever the contracts do that the charter forbids is kept in `fault`, in words.
abstract contract Memory is Ground {
    uint256 public constant PROJECTS = 4;
    uint256 internal constant IDENTITIES = 8;

    Coop internal _coop;
    uint256 public immutable count;
    address[] public keys;
    mapping(uint256 project => Bound[]) internal _bound; // ascending
    mapping(uint256 project => uint32 epoch) public closedFrom; // 0: open

    Made[] internal _made;
    Lot[] internal _lots;
    mapping(uint256 claim => uint32[]) internal _own;
    mapping(uint256 claim => uint8[]) internal _parts;
    mapping(uint256 claim => Tree) internal _trees;
    mapping(bytes32 id => uint256 claim) internal _indexOf; // plus one
    mapping(uint256 claim => mapping(uint256 member => uint256 epoch)) internal _answeredIn; // plus one
    mapping(uint256 claim => mapping(uint256 member => bool)) internal _asked; // answered the second round
    mapping(uint256 claim => uint8[]) internal _tenths; // answers of the second round, in order
    mapping(uint256 claim => uint256) internal _quorum;
    mapping(uint256 claim => uint32[]) internal _named; // first answers of this epoch, in order
    uint256[] internal _open;
    uint256[] internal _sealed;
    uint256[] internal _rounds;
    uint256[] internal _batches;

    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 member => uint256))) public credit;
    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 member => bool))) internal _hasLot;
    mapping(uint256 project => mapping(uint256 epoch => uint256)) public direct;
    mapping(uint256 project => mapping(uint256 epoch => uint256)) public batches;
    mapping(uint256 project => mapping(uint256 epoch => uint256)) public sealedValue; // of the direct lane, first values
    mapping(uint256 project => mapping(uint256 epoch => uint256)) internal _stops;
    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 member => uint256))) public spent;
    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 pair => uint256))) public spentByPair;
    mapping(uint256 project => mapping(uint256 member => uint256)) internal _balances;
    mapping(bytes32 identity => uint256 claim) internal _bindingOf; // plus one
    mapping(uint256 member => uint256 claim) internal _boundBy; //     plus one

    /// What went against the charter, or nothing.
    string public fault;
    /// The project and epoch that were touched last.
    uint32 public lastProject;
    uint32 public lastEpoch;
    uint256 public lastPair;
    /// How often each act was done; how many acts there were, and how many that had nothing at all to do.
    mapping(string act => uint256) public done;
    uint256 public acts;
    uint256 public idle;
    uint256 internal _others; // times that something else was done, for want of what was asked
    /// The clock of these hands.
    uint256 public time;
    uint256 internal _random;
    bool internal _large; // whether records and batches are of the largest

    constructor(uint256 members) {
        count = members;
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](PROJECTS), new uint48[](PROJECTS));
        (budgets[0], budgets[1], budgets[2], budgets[3]) = (1_000_003, 999_983, (1 << 48) - 1, 1000);
        (rates[0], rates[1], rates[2], rates[3]) = (1, 7, 1 << 22, 1);
        _coop = _found(members, budgets, rates);
        for (uint256 i; i < PROJECTS; ++i) _bound[i].push(Bound(0, budgets[i], rates[i]));
        keys.push(address(0));
        for (uint256 i = 1; i <= members; ++i) keys.push(_keyOf(i));
        time = _now();
    }

    function _epoch() internal view returns (uint32) {
        return uint32((time - _coop.numbers.genesis()) / EPOCH);
    }

    function _isFinal(uint32 epoch) internal view returns (bool) {
        return _epoch() >= epoch + 2;
    }

    function _stopOf(uint32 project, uint32 epoch) internal view returns (uint256) {
        return (uint256(budgetOf(project, epoch)) * _coop.numbers.get(STOP_PERCENT, epoch)) / 100;
    }

    /// The budget of an epoch, by what was voted until it began.
    function budgetOf(uint256 project, uint256 epoch) public view returns (uint64 budget) {
        Bound[] storage list = _bound[project];
        for (uint256 i; i < list.length && list[i].from <= epoch; ++i) budget = list[i].budget;
    }

    /// The rate of an epoch, likewise.
    function rateOf(uint256 project, uint256 epoch) public view returns (uint48 rate) {
        Bound[] storage list = _bound[project];
        for (uint256 i; i < list.length && list[i].from <= epoch; ++i) rate = list[i].rate;
    }

    /// What counts of a project and epoch, by the plain sums.
    function totalOf(uint256 project, uint256 epoch) public view returns (uint256) {
        uint256 half = budgetOf(project, epoch) / 2;
        uint256 part = batches[project][epoch];
        return direct[project][epoch] + (part < half ? part : half);
    }

    function _isClosed(uint32 project) internal view returns (bool) {
        return closedFrom[project] != 0 && closedFrom[project] <= _epoch();
    }

    function _sharesOf(uint32 project, uint32 member) internal view returns (uint256) {
        return _coop.shares.sharesOf(ProjectId.wrap(project), MemberId.wrap(member));
    }

    /// What a lot counts for: the member's credit up to the stop.
    function _creditOf(uint256 lot) internal view returns (uint256) {
        uint256 sum = credit[_lots[lot].project][_lots[lot].epoch][_lots[lot].member];
        uint256 stop = _stopOf(_lots[lot].project, _lots[lot].epoch);
        return sum < stop ? sum : stop;
    }

    function _isOwn(uint256 claim, uint256 who) internal view returns (bool) {
        for (uint256 i; i < _own[claim].length; ++i) if (_own[claim][i] == who) return true;
        return false;
    }

    /// Whether what a claim took is still taken: it counts, or its round may revive it. Index plus one; 0 is no claim.
    function _isHeld(uint256 claimPlusOne) internal view returns (bool) {
        if (claimPlusOne == 0) return false;
        Made storage made = _made[claimPlusOne - 1];
        return made.inForce > 0 || _coop.challenges.isOpen(made.id);
    }

    /// Whether this maker may use this evidence: no claim of his stands or waits with it, none of other terms came to nothing
    /// within 180 days, and it is not taken. Bindings with one evidence have one set of terms.
    function _isFree(uint32 by, bytes32 evidence, bool binding) internal view returns (bool) {
        uint256 index = _indexOf[ContributionId.unwrap(_coop.work.idOf(MemberId.wrap(by), evidence))];
        if (index != 0) {
            Made storage made = _made[index - 1];
            bool over =
                made.stage == Stage.Withdrawn ||
                    (made.stage == Stage.Pending && time >= made.madeAt + 90 days) ||
                    (made.stage == Stage.Sealed && made.first == 0);
            if (!over) return false;
            uint256 since = made.stage == Stage.Sealed ? made.sealedAt : made.madeAt;
            bool same = binding && made.lane == Lane.Binding;
            if (!same && time < since + 180 days) return false;
        }
        return !_isHeld(_indexOf[ContributionId.unwrap(_coop.work.takenBy(evidence))]);
    }

    function _needed(uint32 project, uint256 tier, uint32[] memory own) internal view returns (uint256 needed) {
        ProjectId p = ProjectId.wrap(project);
        uint256 free = _coop.work.enrolledNow(p);
        for (uint256 i; i < own.length; ++i) {
            if (_coop.work.isEnrolled(p, MemberId.wrap(own[i]), _epoch())) --free;
        }
        needed = free / 2 > 2 ? free / 2 : 2;
        if (tier < needed) needed = tier;
        if (free < needed) needed = free;
    }

    function _limit(uint32 project) internal view returns (uint256) {
        uint256 m = _coop.work.enrolledNow(ProjectId.wrap(project));
        return (uint256(budgetOf(project, _epoch())) * 15) / (2 * (m > 10 ? m : 10));
    }

    function _cost(uint256 value, uint256 needed) internal pure returns (uint256) {
        return (5 * value + needed - 1) / needed;
    }

    function _pair(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? (a << 32) | b : (b << 32) | a;
    }

    function _people(uint256 size) internal returns (uint32[] memory people) {
        people = new uint32[](size);
        uint256 start = _pick(count);
        uint256 step = 1 + _pick(count / size);
        for (uint256 i; i < size; ++i) people[i] = uint32(1 + ((start + i * step) % count));
        if (size > 2 && _pick(2) == 0) (people[0], people[size - 1]) = (people[size - 1], people[0]);
    }

    function _identity() internal returns (bytes32) {
        return keccak256(abi.encode("person", _pick(IDENTITIES)));
    }

    function _pick(uint256 size) internal returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return size == 0 ? 0 : _random % size;
    }

    function _blame(string memory what) internal {
        if (bytes(fault).length == 0) fault = what;
    }
}
