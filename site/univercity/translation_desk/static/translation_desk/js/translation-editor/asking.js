/* Asking the server. Whatever goes wrong, nothing that was typed is lost; the caller learns why. */

function csrfToken(form) {
  // The cookie is newer than the page once somebody has logged in anew in another window.
  const cookie = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
  return cookie?.slice("csrftoken=".length) ?? form.elements.csrfmiddlewaretoken.value;
}

/* Return { status, data, text }; status 0: no answer, 401: nobody is logged in any more. */
export async function ask(url, options = {}) {
  let response;
  try {
    response = await fetch(url, { ...options, headers: { ...options.headers, Accept: "*/*" } });
  } catch {
    return { status: 0 };
  }
  if (response.redirected) return { status: 401 };
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  if (response.status === 403 && !isJson) return { status: 401 };
  return { status: response.status, text, data: isJson ? JSON.parse(text) : {} };
}

export function post(url, form, fields, signal) {
  const headers = { "X-CSRFToken": csrfToken(form), "X-Requested-With": "XMLHttpRequest" };
  return ask(url, { method: "POST", headers, body: new URLSearchParams(fields), signal });
}
