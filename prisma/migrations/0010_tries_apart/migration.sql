-- AlterTable
ALTER TABLE "Effect" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mailboxes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "sendingUntil" TIMESTAMPTZ(3),
ADD COLUMN     "surprises" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "NotBefore" (
    "target" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotBefore_pkey" PRIMARY KEY ("target")
);
