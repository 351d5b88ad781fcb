import { expect } from "chai";
import { openPage } from "./browser.ts";
import { findBarriers, goTo, overflowOf } from "./checks.ts";
import type { House } from "./house.ts";

/** What every page must keep: no way sideways at 320 px, no barrier that axe finds, nothing in the console, one h1. `paths` may need the open house. */
export function itKeepsEveryPage(house: () => House, pages: Readonly<Record<string, () => string>>): void {
  for (const [name, path] of Object.entries(pages)) {
    for (const locale of ["zh-CN", "en-GB"] as const) {
      it(`${name} fits 320 pixels and has no barriers, light and dark (${locale})`, async () => {
        const { page, complaints } = await openPage(house().browser, locale, 320, 700);
        await goTo(page, house().url, path());
        expect(await findBarriers(page)).to.deep.equal([]);
        // In the dark the same elements have other colours; every.test.ts asks everything of every page there too.
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await findBarriers(page, "contrast"), "in the dark").to.deep.equal([]);
        expect(await overflowOf(page), "pixels too wide").to.equal(0);
        expect(await page.locator("h1").count()).to.equal(1);
        expect(complaints).to.deep.equal([]);
        await page.context().close();
      });
    }
  }
}
