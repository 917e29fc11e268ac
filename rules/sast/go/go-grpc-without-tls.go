package main

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

func dial(address string) {
	// ruleid: go-grpc-without-tls
	grpc.Dial(address, grpc.WithInsecure())
	// ruleid: go-grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	options := []grpc.DialOption{
		// ruleid: go-grpc-without-tls
		grpc.WithTransportCredentials(insecure.NewCredentials()),
	}
	// ruleid: go-grpc-without-tls
	options = append(options, grpc.WithInsecure())
	// ok: go-grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(credentials.NewTLS(config)))
	// ok: go-grpc-without-tls
	grpc.NewClient(address, options...)
	// ok: go-grpc-without-tls
	grpc.WithBlock()
	// ok: go-grpc-without-tls
	insecure.NewCredentials()
}
