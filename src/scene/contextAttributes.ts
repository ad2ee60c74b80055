/** The drawing context every renderer here asks for; smooth edges cost little, a second graphics card is not woken. */
export const contextAttributes: WebGLContextAttributes = {
  alpha: false,
  antialias: true,
  powerPreference: "low-power",
};
