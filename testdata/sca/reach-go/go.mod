module example.org/app

go 1.25

require (
	example.org/absent v1.0.0
	example.org/imported v1.0.0
	example.org/method v1.0.0
	example.org/silent v1.0.0
	example.org/used v1.0.0
	example.org/whole v1.0.0
)
