/** The error that a promise is expected to end in. Throws where it ends well. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  let given: unknown;
  try {
    given = await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error(`It should have failed, and gave ${String(given)}.`);
}
