// Asks the search host.

import { language } from "./texts.js";

const KEY = "citysearch.key";
let held = null;

/** Why there is no answer. `status` is 0 when the host could not be reached. */
export class ApiError extends Error {
  constructor(status, detail, retryAfter = 0) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

function key() {
  try {
    return held ?? sessionStorage.getItem(KEY);
  } catch {
    return held;
  }
}

/** Keeps the key until the tab is closed. */
export function setKey(value) {
  held = value;
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // Kept in this page alone.
  }
}

/**
 * Asks for an address below api/.
 * @param {string} path The path, its parts encoded.
 * @param {[string, string][]} values Names and values of the query string.
 * @param {AbortSignal} signal Gives the request up.
 * @throws {ApiError} There is no answer. A request that was given up throws an AbortError.
 */
export async function ask(path, values, signal) {
  const query = new URLSearchParams(values).toString();
  const headers = { Accept: "application/json", "Accept-Language": language() };
  if (key()) headers.Authorization = "Bearer " + key();
  let response;
  let body;
  try {
    response = await fetch("api/" + path + (query ? "?" + query : ""), { headers, signal });
    body = await response.json().catch(error => {
      if (signal?.aborted) throw error;
      return null;
    });
  } catch (error) {
    if (signal?.aborted) throw new DOMException("", "AbortError");
    throw new ApiError(0, error.message);
  }
  if (!response.ok) throw new ApiError(response.status, body?.detail ?? "", parseInt(response.headers.get("Retry-After") ?? "", 10) || 0);
  if (body === null) throw new ApiError(response.status, "");
  return body;
}

/** An id as a path: its slashes stay, everything else that means something in an address is encoded. */
export const idPath = id => id.split("/").map(encodeURIComponent).join("/");

/** Gives up an older request when a newer one is made: an older answer never overwrites a newer one. */
export class Latest {
  #controller = null;

  /** Gives up what runs and returns the signal of the next request. */
  next() {
    this.#controller?.abort();
    this.#controller = new AbortController();
    return this.#controller.signal;
  }
}
