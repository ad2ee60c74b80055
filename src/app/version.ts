/** The program's version as shown and copied; test/app holds it equal to package.json. */
export const appVersion = "0.1.0";
