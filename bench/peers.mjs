/** The other programs, installed beside this file by the bench itself. */
export const mathjs = () => import("mathjs");
export const computeEngine = () => import("@cortex-js/compute-engine");
