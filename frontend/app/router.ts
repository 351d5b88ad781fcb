import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { PageComing, PageFailed, PageNotFound } from "./Boundary.tsx";
import { Frame } from "./Frame.tsx";
import { HomePage } from "../features/home/HomePage.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: PageNotFound, errorComponent: PageFailed });

const route = <P extends string>(path: P, component: Parameters<typeof createRoute>[0]["component"]) =>
  createRoute({ getParentRoute: () => root, path, component });

/** Every page but Home comes when it is asked for. Addresses live behind the hash, so that any folder can hold the house. */
export const router = createRouter({
  history: createHashHistory(),
  routeTree: root.addChildren([
    route("/", HomePage),
    route("/journal", lazyRouteComponent(() => import("./pages/JournalPage.tsx"), "JournalPage")),
    route("/me", lazyRouteComponent(() => import("./pages/MePage.tsx"), "MePage")),
    route("/settings", lazyRouteComponent(() => import("./pages/SettingsPage.tsx"), "SettingsPage")),
    route("/decide", lazyRouteComponent(() => import("../features/governance/decide/DecidePage.tsx"), "DecidePage")),
    route("/decide/new", lazyRouteComponent(() => import("../features/governance/propose/NewProposalPage.tsx"), "NewProposalPage")),
    // Where ballots were carried before everything signed could be.
    createRoute({ getParentRoute: () => root, path: "/decide/carry", beforeLoad: () => { throw redirect({ to: "/offnet/inbox" }); } }),
    route("/v/$id", lazyRouteComponent(() => import("../features/governance/proposal/ProposalPage.tsx"), "ProposalPage")),
    route("/terms", lazyRouteComponent(() => import("../features/governance/terms/TermsPage.tsx"), "TermsPage")),
    route("/market", lazyRouteComponent(() => import("../features/price/market/MarketPage.tsx"), "OffersPage")),
    route("/market/requests", lazyRouteComponent(() => import("../features/price/market/MarketPage.tsx"), "RequestsPage")),
    route("/market/groups", lazyRouteComponent(() => import("../features/price/market/MarketPage.tsx"), "GroupsPage")),
    route("/market/orders", lazyRouteComponent(() => import("../features/price/market/MarketPage.tsx"), "OrdersPage")),
    route("/market/sell", lazyRouteComponent(() => import("../features/price/market/SellPage.tsx"), "SellPage")),
    route("/market/ask", lazyRouteComponent(() => import("../features/price/market/AskPage.tsx"), "AskPage")),
    route("/market/offer/$id", lazyRouteComponent(() => import("../features/price/market/OfferPage.tsx"), "OfferPage")),
    route("/market/request/$id", lazyRouteComponent(() => import("../features/price/market/RequestPage.tsx"), "RequestPage")),
    route("/market/order/$id", lazyRouteComponent(() => import("../features/price/market/OrderPage.tsx"), "OrderPage")),
    route("/purse", lazyRouteComponent(() => import("../features/price/purse/PursePage.tsx"), "PursePage")),
    route("/members", lazyRouteComponent(() => import("../features/people/MembersPage.tsx"), "MembersPage")),
    route("/m/$id", lazyRouteComponent(() => import("../features/people/MemberPage.tsx"), "MemberPage")),
    route("/join", lazyRouteComponent(() => import("../features/people/join/JoinPage.tsx"), "JoinPage")),
    route("/vouch", lazyRouteComponent(() => import("../features/people/vouch/VouchPage.tsx"), "VouchPage")),
    route("/keys", lazyRouteComponent(() => import("../features/people/keys/KeysPage.tsx"), "KeysPage")),
    route("/keys/new", lazyRouteComponent(() => import("../features/people/keys/ConsentPages.tsx"), "NewKeyPage")),
    route("/guard", lazyRouteComponent(() => import("../features/people/keys/ConsentPages.tsx"), "GuardPage")),
    route("/recover", lazyRouteComponent(() => import("../features/people/recover/RecoverPage.tsx"), "RecoverPage")),
    route("/contribute", lazyRouteComponent(() => import("../features/work/contribute/ContributePage.tsx"), "ContributePage")),
    route("/contribute/new", lazyRouteComponent(() => import("../features/work/record/RecordPage.tsx"), "RecordPage")),
    route("/attest", lazyRouteComponent(() => import("../features/work/attest/AttestPage.tsx"), "AttestPage")),
    route("/c/$id", lazyRouteComponent(() => import("../features/work/claim/ClaimPage.tsx"), "ClaimPage")),
    route("/projects", lazyRouteComponent(() => import("../features/work/projects/ProjectsPage.tsx"), "ProjectsPage")),
    route("/p/$id", lazyRouteComponent(() => import("../features/work/projects/ProjectPage.tsx"), "ProjectPage")),
    route("/statements", lazyRouteComponent(() => import("../features/work/statements/list/StatementsPage.tsx"), "StatementsPage")),
    route("/statements/new", lazyRouteComponent(() => import("../features/work/statements/write/WritePage.tsx"), "WritePage")),
    route("/s/$id", lazyRouteComponent(() => import("../features/work/statements/read/StatementPage.tsx"), "StatementPage")),
    route("/learn", lazyRouteComponent(() => import("../features/work/learning/LearnPage.tsx"), "LearnPage")),
    route("/learn/new", lazyRouteComponent(() => import("../features/work/statements/write/WritePage.tsx"), "ArticlePage")),
    route("/batches", lazyRouteComponent(() => import("../features/work/batches/BatchesPage.tsx"), "BatchesPage")),
    route("/batches/$id", lazyRouteComponent(() => import("../features/work/batches/BatchPage.tsx"), "BatchPage")),
    route("/shares", lazyRouteComponent(() => import("./pages/SharesPlace.tsx"), "SharesPlace")),
    route("/ledgers", lazyRouteComponent(() => import("../features/price/ledgers/LedgersPage.tsx"), "LedgersPage")),
    route("/ledgers/dividends", lazyRouteComponent(() => import("../features/price/dividends/DividendsPage.tsx"), "DividendsPage")),
    route("/ledgers/statement", lazyRouteComponent(() => import("../features/price/statement/StatementPage.tsx"), "StatementPage")),
    route("/industry", lazyRouteComponent(() => import("../features/price/industry/IndustryPage.tsx"), "IndustryPage")),
    route("/commons", lazyRouteComponent(() => import("../features/commons/CommonsPage.tsx"), "CommonsPage")),
    route("/what-if", lazyRouteComponent(() => import("../features/value/whatIf/WhatIfPage.tsx"), "WhatIfPage")),
    route("/why/$member", lazyRouteComponent(() => import("../features/value/why/WhyPage.tsx"), "WhyPage")),
    route("/why/$member/$project", lazyRouteComponent(() => import("../features/value/why/WhyPage.tsx"), "WhyPage")),
    route("/offnet", lazyRouteComponent(() => import("../features/offnet/OffnetPage.tsx"), "OutboxPage")),
    route("/offnet/inbox", lazyRouteComponent(() => import("../features/offnet/OffnetPage.tsx"), "InboxPage")),
    route("/offnet/done", lazyRouteComponent(() => import("../features/offnet/OffnetPage.tsx"), "DonePage")),
    route("/verify", lazyRouteComponent(() => import("../features/verify/VerifyPage.tsx"), "VerifyPage")),
    route("/help", lazyRouteComponent(() => import("../features/help/HelpPage.tsx"), "HelpPage")),
    route("/_states", lazyRouteComponent(() => import("./states/StatesPage.tsx"), "StatesPage")),
  ]),
  defaultPendingComponent: PageComing,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageNotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
