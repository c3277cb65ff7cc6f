-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "consentAnswer" TEXT,
ADD COLUMN     "consentAnsweredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "betterSealed" TEXT,
ADD COLUMN     "notBetterSealed" TEXT;
