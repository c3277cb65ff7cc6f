-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "childAble" TEXT,
ADD COLUMN     "childAbleAt" TIMESTAMPTZ(3),
ADD COLUMN     "childAbleBand" TEXT,
ADD COLUMN     "childAbleRole" TEXT,
ADD COLUMN     "childAbleSecond" TEXT,
ADD COLUMN     "childNoAnswer" TEXT,
ADD COLUMN     "childNoOn" DATE,
ADD COLUMN     "childNoRole" TEXT,
ADD COLUMN     "childNoSecond" TEXT,
ADD COLUMN     "ownFormAskedOn" DATE,
ADD COLUMN     "restReason" TEXT;

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "shares" TEXT;
