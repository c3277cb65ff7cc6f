-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "decides" TEXT,
ADD COLUMN     "excusedChecked" BOOLEAN,
ADD COLUMN     "excusedHindrance" TEXT,
ADD COLUMN     "familyAskedOn" DATE,
ADD COLUMN     "initiative" TEXT,
ADD COLUMN     "needsBoth" TEXT,
ADD COLUMN     "requestRefusal" TEXT;

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "otherTries" TEXT[] DEFAULT ARRAY[]::TEXT[];
