-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "coordinates" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "phone" TEXT;

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "private" BOOLEAN NOT NULL DEFAULT false;
