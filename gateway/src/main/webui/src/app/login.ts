/** The gateway's login; it brings the person back to where they were. */
export const loginAddress = () =>
  `/login?to=${encodeURIComponent(window.location.pathname + window.location.search)}`;
