// ruleid: typescript-optional-chains
x.y; x?.y; x!.y;
// ruleid: typescript-optional-chains
z.w(1); z?.w(1); z.w?.(1); z!.w(1);
// ruleid: typescript-optional-chains
q[0]; q?.[0]; q![0];
